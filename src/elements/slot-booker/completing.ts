// The pages after the choice of a time, loaded while the visitor is choosing.
export { checkPage } from './check.template.js';
export { confirmedPage, waitlistedPage } from './confirmed.template.js';
export { detailsPage, waitlistPage } from './details.template.js';
