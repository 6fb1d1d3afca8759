import { MORE_SAID } from '../note.js';
import type { ScreeningEffectKind, ScreeningOutcome } from './screening.js';

/** The words around the answers in a summary for practitioners. */
export interface SummaryLabels {
  readonly title: string;
  readonly flags: string;
  readonly noFlags: string;
  /** The last line of a note that has no room for all that was said. */
  readonly more: string;
  readonly hairLoss: string;
  readonly wishes: string;
  readonly design: string;
  readonly hairline: string;
  /** Before what is worth a word about a design. */
  readonly toTalkAbout: string;
  /** By the code of the advice; without words the code is shown. */
  readonly designAdvice: Readonly<Record<string, string>>;
  readonly health: string;
  readonly history: string;
  readonly consents: string;
  readonly contact: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly booking: string;
  /** Before the code and the band of the pattern that a visitor picked. */
  readonly band: string;
  readonly bands: Readonly<Record<string, string>>;
  readonly selfReported: string;
  readonly inPerson: string;
  readonly yes: string;
  readonly no: string;
  readonly from: string;
  readonly earliest: string;
  readonly patchTest: string;
  readonly effects: Readonly<Record<ScreeningEffectKind, string>>;
  readonly treatment: Readonly<Record<ScreeningOutcome['treatment'], string>>;
  readonly purposes: Readonly<Record<string, string>>;
}

/** English. They are for a clinic's own people, so they do not follow the visitor's language. */
export const summaryLabels: SummaryLabels = {
  title: 'Consultation',
  flags: 'Flags',
  noFlags: 'None',
  more: MORE_SAID,
  hairLoss: 'Hair loss',
  wishes: 'Wishes',
  design: 'Design',
  hairline: 'Hairline',
  toTalkAbout: 'To talk about',
  designAdvice: {
    low: 'low for an adult, and can’t be raised later',
    'corner-low': 'a corner lower than the middle',
    'straight-low': 'straight and low, which is easily told from hair',
  },
  health: 'Health',
  history: 'History',
  consents: 'Consents',
  contact: 'Contact',
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  booking: 'Treatment',
  band: 'Code and band',
  bands: {
    none: 'none',
    early: 'early',
    moderate: 'moderate',
    advanced: 'advanced',
    full: 'full',
    'scar-alopecia': 'scar or alopecia',
  },
  selfReported: 'self-reported',
  inPerson: 'Prefers to discuss in person',
  yes: 'Yes',
  no: 'No',
  from: 'from',
  earliest: 'earliest date',
  patchTest: 'hours between patch test and treatment',
  effects: {
    block: 'under age',
    letter: 'doctor’s letter first',
    defer: 'wait, no date yet',
    review: 'practitioner decides',
    'patch-test': 'patch test first',
    inform: 'for information',
  },
  treatment: {
    open: 'can be booked',
    request: 'on request',
    'after-consultation': 'after a consultation',
    none: 'not possible',
  },
  purposes: {
    privacy: 'Use of personal data',
    'health-data': 'Health data',
    'photos-assessment': 'Photos for assessment',
    'photos-publication': 'Publication of photos',
    'appointment-sms': 'Text messages about appointments',
    'marketing-email': 'News by email',
    'marketing-sms': 'News by text message',
  },
};
