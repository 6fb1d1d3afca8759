import type { TouchUpReminderMessages } from './reminder-messages.js';

/** English. */
export const reminderEn: TouchUpReminderMessages = {
  signUpTitle: 'We can remind you',
  ways: 'How may we remind you?',
  consents: {
    email: (clinic) =>
      `By email: ${clinic} may write to me about these dates, at most four times in all. Each message has a link that ends them.`,
    sms: (clinic) =>
      `By text message: ${clinic} may text me about these dates, at most four times in all. My provider may charge for texts. Each one says how to end them.`,
  },
  phoneHint: 'Only for these reminders.',
  wayMissing: 'Tick a way to be reminded, or add the dates to your own calendar instead',
  signUp: 'Remind me',
  sending: 'Sending',
  notNow: 'Not now',
  signedTitle: 'We will remind you',
  signedNext: (where) =>
    `A message is on its way to ${where}. Its link shows the dates, and lets you change them or stop the reminders.`,
  unresolvedHint: 'Your wish may have arrived. Send it again to be sure: you will not be reminded twice.',

  planTitle: 'Your reminders',
  planNext: (where) => `They go to ${where}. Nobody else can see or change them without your link.`,
  passed: 'has passed',
  wrong: {
    invalid: (date) => `Enter a date at “${date}”`,
    past: (date) => `Enter a date that lies ahead at “${date}”`,
    order: (date) => `Enter a date at “${date}” that comes after the one before it`,
  },
  save: 'Save',
  stopTitle: 'No more reminders',
  stopHint: 'Appointments that you have booked stay as they are.',
  stop: 'Stop all reminders',
  stoppedTitle: 'Your reminders have stopped',
  stoppedHint: 'You hear no more of us. If you change your mind, sign up again at any time.',
  notice: {
    saved: 'Your changes are saved.',
    unchanged: 'There is nothing to save: all is as it was.',
    changed: 'The reminders were changed somewhere else in the meantime. This is how they stand.',
  },
  refusedTitle: 'This link does not work',
  refusedHint: 'It may be incomplete, or no longer in use. The newest message from us has one that works.',
  failedTitle: 'We can’t show your reminders right now',
};
