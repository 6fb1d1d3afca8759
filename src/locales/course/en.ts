import type { CourseMessages } from './messages.js';

/** English. */
export const en: CourseMessages = {
  chooseOffer: 'Which treatment would you like?',
  suggested: 'Fits what you told us',
  sessions: (count) => `${count} sessions`,
  forAll: (price) => `${price} in all`,

  firstTitle: 'When can you come first?',
  sessionTitle: (number) => `Another time for session ${number}`,
  sofar: (time) => `So far: ${time}`,
  session: (number, role) => (role === undefined ? `Session ${number}` : `Session ${number}: ${role}`),
  role: {
    foundation: 'foundation',
    density: 'density and tone',
    detail: 'detail and blending',
    refine: 'last refinements',
  },
  takeTime: 'Take this time',
  takesTime: 'Looking for the other times',

  planTitle: 'Your sessions',
  planHint: (min, max) =>
    `We suggest these times. Your skin needs at least ${min} days between two sessions; after ${max} days we would like to talk first. You can change each one.`,
  daysAfter: (days) => `${days} days later`,
  lost: 'The time before was taken by somebody else. This is a new one.',
  moved: 'This had to move too. This is a new time.',
  noTime: 'No time found yet',
  planning: 'Looking for times',
  changeTime: 'Change the time',
  tooSoon: (min) => `Too soon: your skin needs at least ${min} days to heal. Please choose a later day.`,
  tooLate: (max) => `Too late: more than ${max} days after the session before. Please choose an earlier day.`,
  movesOthers: 'The sessions after this one would move too.',
  unplannable: 'There are no times that fit together. Please start with another day, or call us.',
  hold: 'Keep these times',
  holding: 'Keeping your times',
  held: (minutes) => `Your times are kept for ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  heldEnded: 'Your times are no longer kept.',

  confirm: (sessions) => `Book ${sessions} sessions`,
  request: (sessions) => `Request ${sessions} sessions`,
  confirmedTitle: 'Your sessions are booked',
  requestedTitle: 'We have your request',

  remainsTitle: 'Not all sessions could be booked',
  remainsHint:
    'The treatment was not booked. These sessions stand all the same. Please call us, or try to cancel them:',
  remainsCall:
    'The treatment was not booked. These sessions stand all the same, and they cannot be cancelled here. Please call us about them:',
  standing: 'These sessions are already in our calendar:',
  cancelled: 'Nothing is booked: one of the sessions could not be booked, so the others are cancelled again.',
  tryAgain: 'Cancel them',
};
