import type { TouchUpMessages } from './messages.js';

/** English. */
export const en: TouchUpMessages = {
  title: 'When to look at it again',
  estimate: 'An estimate, not a promise. How long dots last differs from person to person.',
  names: { check: 'Check-up', review: 'First review', refresh: 'Refresh' },
  hints: {
    check: 'The dots have settled, and the clinic sees whether any need more.',
    review: 'A look at how the dots have kept.',
    refresh: 'When many people think of having the dots refreshed.',
  },
  about: (month) => `about ${month}`,
  due: 'any time now',

  lastSession: 'When was your last session?',
  lastSessionHint: 'If you are not sure, a day near it will do.',
  counted: (day) => `Counted from your last session on ${day}.`,
  lastSessionWrong: 'Please enter the day of your last session, such as one in the last few years.',

  refine: 'Make it fit you better',
  stays: 'Your answers stay on this page. They are not stored or sent.',
  unsure: 'Not sure',
  skin: 'My scalp is',
  skins: { dry: 'Dry', normal: 'Normal', oily: 'Oily' },
  sun: 'It sees the sun',
  suns: { low: 'Rarely', medium: 'Sometimes', high: 'A lot' },
  scar: 'A scar was treated',
  scars: { yes: 'Yes', no: 'No' },

  calendar: 'Add to my calendar',
  calendarHint: 'A file with these dates for your own calendar. The clinic learns nothing of it.',
  calendarDone: 'The calendar file was made. Open it to add the dates.',
  entry: (clinic) => (clinic === undefined ? 'Reminder: call the clinic' : `Reminder: call ${clinic}`),
  entryNote: 'A reminder for about this time. No appointment has been made.',
  book: 'Book a touch-up',
  remind: 'Remind me',
};
