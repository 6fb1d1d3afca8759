import type { HairlinePhotoMessages } from './photo-messages.js';

/** English. */
export const photoEn: HairlinePhotoMessages = {
  help: 'Put the four white marks on the middle of your brows, the top of your head and its widest sides: drag them, or tap one and then its place. Then shape the line.',
  poses: {
    top: 'Top of the head',
    left: 'Left side of the picture',
    right: 'Right side of the picture',
    brow: 'Middle of the brows',
  },
  mark: 'Mark to move',
  zoom: 'Closer',
  across: 'To the side',
  down: 'Up and down',
  refusals: {
    'not-a-photo': 'This file is not a photo. Choose a JPEG, PNG or WebP.',
    heic: 'This browser can’t read HEIC photos. Choose a JPEG, or take a photo with “Most compatible” set.',
    'too-many-bytes': 'This photo is over 15 MB. Choose a smaller one.',
    'too-many-pixels': 'This photo is over 64 megapixels. Choose a smaller one.',
    'too-small': 'This photo is too small. Choose one of at least 200 pixels each way.',
    unreadable: 'This photo can’t be read. It may be damaged: try another.',
    blocked: 'This browser keeps pages from reading pictures.',
    'out-of-memory': 'This device has too little memory free. Close other pages and try again.',
  },
};
