// What a booking is checked by, loaded while the visitor is choosing.
export { detailIssues } from './detail-issues.js';
export { DraftMemory } from '../domain/draft-memory.js';
