import type { ScreeningGround } from '../consultation/screening-sources.js';
import type { TouchUpSettings } from './touch-up.js';

/** What is estimated: the settings, and what moves a refresh. */
export type TouchUpFigure =
  Exclude<keyof TouchUpSettings, 'channels'> | 'oily' | 'high-sun' | 'scar' | 'dry-low-sun' | 'limits';

const SAN_CARLOS = {
  name: 'San Carlos, when a touch-up is needed',
  url: 'https://sancarlos.com.au/blog/the-technical-timeline-of-smp-maintenance-when-do-you-actually-need-a-touch-up',
};
const INTERNATIONAL = {
  name: 'International Hairlines, touch-ups',
  url: 'https://internationalhairlines.com/blog/scalp-micropigmentation-touch-ups/',
};
const PRIMELINE = { name: 'Primeline, touch-ups', url: 'https://primelineokc.com/smp-touchup' };
const HEADQUARTERS = { name: 'SMP HQ, how long it lasts', url: 'https://smphq.com.au/how-long-does-smp-last/' };
const NEW_JERSEY = { name: 'NJ SMP, touch-ups', url: 'https://njsmp.com/when-will-i-need-a-touch-up-for-smp/' };
const NEW_JERSEY_CARE = { name: 'NJ SMP, maintenance', url: 'https://njsmp.com/is-there-maintenance-with-smp/' };

/** What each figure of an estimate rests on. For clinics and reviewers; no page loads it. */
export const TOUCH_UP_SOURCES: Readonly<Record<TouchUpFigure, ScreeningGround>> = {
  checkWeeks: {
    spread: 'A check after 21 to 30 days, after four to six weeks, or in week six.',
    sources: [
      { name: 'Scalpworx, policies', url: 'https://getscalpworx.com/policies-and-terms/' },
      {
        name: 'Transplant Match, recovery',
        url: 'https://transplantmatch.com/guides/recovery/scalp-micropigmentation-smp',
      },
      { name: 'DermMicro, healing', url: 'https://dermmicro.com/blogs/news/how-long-does-smp-take-to-heal' },
    ],
  },
  reviewMonths: {
    spread:
      'A first refresh is named after one to three years, one to two, or one to four. A review at twelve months comes first.',
    sources: [SAN_CARLOS, INTERNATIONAL, NEW_JERSEY_CARE],
  },
  refreshMonths: {
    spread:
      'In the long run two to five years, three to five, three to six, or four to eight. 30 months is our middle of the first refresh.',
    sources: [
      NEW_JERSEY,
      PRIMELINE,
      HEADQUARTERS,
      {
        name: 'SMP Aesthetics, alopecia',
        url: 'https://smpaesthetics.co.uk/scalp-micropigmentation/alopecia/',
      },
    ],
  },
  oily: { spread: 'Oily skin fades sooner. Six months is our step.', sources: [SAN_CARLOS, PRIMELINE] },
  'high-sun': {
    spread: 'Much sun fades dots sooner. Six months is our step.',
    sources: [SAN_CARLOS, INTERNATIONAL, HEADQUARTERS],
  },
  scar: {
    spread: 'Scar tissue holds pigment less well. Six months is our step.',
    sources: [SAN_CARLOS, INTERNATIONAL],
  },
  'dry-low-sun': {
    spread: 'Normal to dry skin that is kept from the sun holds longer. Twelve months is our step.',
    sources: [SAN_CARLOS],
  },
  limits: {
    spread: 'No source names a refresh before the first year; a reminder after more than five years helps nobody.',
    sources: [SAN_CARLOS, INTERNATIONAL, HEADQUARTERS],
  },
};
