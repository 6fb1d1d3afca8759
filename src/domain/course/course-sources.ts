import type { ScreeningGround, ScreeningSource } from '../consultation/screening-sources.js';
import type { CourseBand } from './course-offer.js';

const ALEX_JAMES: ScreeningSource = { name: 'Alex James SMP', url: 'https://alexjamessmp.co.uk/?p=12066' };
const LEICESTER: ScreeningSource = {
  name: 'Leicester Hair Clinic, questions',
  url: 'https://leicesterhairclinic.co.uk/faqs/',
};
const SMILING: ScreeningSource = {
  name: 'Smiling Hairline, about micropigmentation',
  url: 'https://smilinghairline.co.uk/about-smp',
};
const SCALP_UK: ScreeningSource = {
  name: 'Scalp UK, what micropigmentation is',
  url: 'https://scalp-uk.com/post/what-is-smp-scalp-micropigmentation',
};
const BIP: ScreeningSource = {
  name: 'BIP, how it works',
  url: 'https://bip.vn/benefits-how-it-works-before-after/',
};
const HAIR_CREATIONS: ScreeningSource = {
  name: 'SMP Hair Creations, the process',
  url: 'https://smphaircreations.com/what-we-offer/smp-process',
};
const BRANDWOOD: ScreeningSource = {
  name: 'Brandwood Clinic, the sessions',
  url: 'https://brandwoodclinic.com/2024/01/05/unlocking-the-secrets-of-scalp-micropigmentation/',
};
const SCALP_GURU: ScreeningSource = {
  name: 'Scalp Guru, how many sessions',
  url: 'https://scalpguru.com/smp/how-many-sessions-will-you-need/',
};

const SHAVED: ScreeningGround = {
  spread:
    'Three sessions, or four to refine; two to five hours the first time and two to four after it; 10–14 days apart. The hours of each band are our estimate within that.',
  sources: [ALEX_JAMES, LEICESTER, SMILING, SCALP_UK],
};

/** What the template of each band, the roles and the number of sessions rest on. For clinics and reviewers; no page loads it. */
export const COURSE_SOURCES: Readonly<Record<CourseBand | 'roles' | 'sessions', ScreeningGround>> = {
  early: {
    spread: 'Two or three sessions of one to three hours, 7–14 days apart. The hours are our estimate within that.',
    sources: [ALEX_JAMES, BIP],
  },
  moderate: SHAVED,
  advanced: SHAVED,
  full: SHAVED,
  scar: {
    spread:
      'Three, four or more sessions of three to five hours for scars, alopecia and sensitive skin, 10–30 days apart, and longer while there are scabs. The hours are our estimate at the lower end.',
    sources: [HAIR_CREATIONS],
  },
  roles: {
    spread: 'First the hairline and a lighter layer, then density and tone, then details and blending.',
    sources: [BRANDWOOD, BIP],
  },
  sessions: {
    spread: 'Mostly three, from two to four, rarely five to seven; about one client in five needs a fourth.',
    sources: [SCALP_GURU],
  },
};
