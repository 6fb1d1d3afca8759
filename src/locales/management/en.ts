import type { ManagementMessages } from './messages.js';

/** English. */
export const en: ManagementMessages = {
  title: (sessions) => (sessions === 1 ? 'Your appointment' : 'Your appointments'),
  session: (number, of) => `Session ${number} of ${of}`,
  status: { confirmed: 'Booked', requested: 'Waiting for the clinic', cancelled: 'Cancelled' },
  notice: {
    moved: 'It is moved. We send you an email with the new time.',
    cancelled: 'It is cancelled. We send you an email to confirm.',
    changed: 'This was changed somewhere else in the meantime. Nothing was done. This is how it stands.',
    gone: 'This can’t be changed any more. This is how it stands.',
  },
  changeableUntil: (time) => `You can move or cancel it here until ${time}.`,
  notChangeable: 'It can’t be changed here any more. Please call us.',
  move: 'Choose another time',
  cancel: 'Cancel',
  cancelAll: 'Cancel all',
  updateCalendar: 'Update your calendar',

  refusedTitle: 'This link opens nothing',
  refusedHint:
    'It may be incomplete, too old, or replaced by a newer one. Please open the link in our latest email again, or call us.',
  failedTitle: 'Your appointment can’t be shown right now',

  timeTitle: 'Choose another time',
  sofar: (time) => `So far: ${time}`,
  gap: {
    same: () => 'This is the time that you have. Please choose another one.',
    'too-soon': (min) =>
      `Your skin needs at least ${min} days to heal after the session before. Please choose a later day.`,
    'too-late': (_, max) =>
      `This is more than ${max} days after the session before. Please choose an earlier day, or call us.`,
  },
  review: 'Continue',
  planning: 'Looking at your other sessions',

  moveTitle: 'Move it to this time?',
  from: 'From',
  to: 'To',
  followers: (min) => `Sessions need at least ${min} days in between, so that your skin can heal. These move too:`,
  noTime: (session) => `There is no free time that fits for session ${session}. Please choose another day, or call us.`,
  moveConfirm: (sessions) => (sessions === 1 ? 'Move the appointment' : `Move ${sessions} sessions`),

  cancelTitle: (sessions) => (sessions === 1 ? 'Cancel this appointment?' : 'Cancel these appointments?'),
  cancelConfirm: (sessions) => (sessions === 1 ? 'Cancel the appointment' : `Cancel ${sessions} appointments`),
  keep: 'Keep it',

  sending: 'Sending',
  checking: 'This is taking longer than usual. We are checking what has arrived.',
  unresolvedHint:
    'Your change may have arrived. Check again: nothing is done twice. If that does not help, please call us.',
};
