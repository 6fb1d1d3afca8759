import type { LauncherMessages } from './messages.js';

/** English. */
export const en: LauncherMessages = {
  title: 'Consultation and booking',
  close: 'Close',
  loading: 'One moment',
  failed: 'This could not be loaded. Check that you are online, or try again in a moment.',
  retry: 'Try again',
  callUs: 'You can also call us:',
  leavingTitle: 'Your answers have not been sent yet',
  leavingHint: 'They stay here as long as this page is open, so you can come back to them.',
  stay: 'Go on answering',
  leave: 'Close for now',
};
