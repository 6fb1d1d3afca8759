import { ar } from 'smp-widgets/locales/ar';
import { de } from 'smp-widgets/locales/de';
import { en } from 'smp-widgets/locales/en';
import { es } from 'smp-widgets/locales/es';
import { fr } from 'smp-widgets/locales/fr';
import { it } from 'smp-widgets/locales/it';
import { nl } from 'smp-widgets/locales/nl';
import { pl } from 'smp-widgets/locales/pl';
import { pt } from 'smp-widgets/locales/pt';
import { tr } from 'smp-widgets/locales/tr';
import { ar as arConsultation } from 'smp-widgets/locales/consultation/ar';
import { de as deConsultation } from 'smp-widgets/locales/consultation/de';
import { en as enConsultation } from 'smp-widgets/locales/consultation/en';
import { es as esConsultation } from 'smp-widgets/locales/consultation/es';
import { fr as frConsultation } from 'smp-widgets/locales/consultation/fr';
import { it as itConsultation } from 'smp-widgets/locales/consultation/it';
import { nl as nlConsultation } from 'smp-widgets/locales/consultation/nl';
import { pl as plConsultation } from 'smp-widgets/locales/consultation/pl';
import { pt as ptConsultation } from 'smp-widgets/locales/consultation/pt';
import { tr as trConsultation } from 'smp-widgets/locales/consultation/tr';
import type { Clinic, ConsentRecord } from 'smp-widgets/server';
import type { ConsentPlace } from './consent-withdrawal.js';

const BOOKING = { ar, de, en, es, fr, it, nl, pl, pt, tr };
const CONSULTATION = {
  ar: arConsultation,
  de: deConsultation,
  en: enConsultation,
  es: esConsultation,
  fr: frConsultation,
  it: itConsultation,
  nl: nlConsultation,
  pl: plConsultation,
  pt: ptConsultation,
  tr: trConsultation,
};

/** The widgets' own wordings: `default-1-de`, and `consultation-1-de` where a booking asks for the same in other words. */
const USUAL = /^(?:default|consultation)-1-(\w+)$/;
/** The same for touch-ups, and what the widgets make of wordings that a page has set. */
const MADE = /^(?:default-1|(?:default|consultation)-1-[a-z]{2}|own-[0-9a-z]{1,7}-[a-z]{2})$/;

/**
 * What a wording's version may be called where the person reads it: anybody can send consents in anybody's name, with a
 * version that says what they like. A dash where it is neither the widgets' nor the clinic's.
 */
export const versionShown = (version: string, { consents = [] }: Clinic): string =>
  MADE.test(version) || consents.some((one) => one.version === version) ? version : '–';

/** The words that somebody agreed to; `undefined` where they were the clinic's own and are not known any more. */
export function wordingOf(
  of: ConsentPlace,
  { purpose, version }: Pick<ConsentRecord, 'purpose' | 'version'>,
  { name, consents = [] }: Clinic,
): string | undefined {
  const own = consents.find((one) => one.purpose === purpose && one.version === version);
  if (own) return own.wording;
  const language = USUAL.exec(version)?.[1] ?? '';
  if (of === 'consultation') {
    return Object.hasOwn(CONSULTATION, language)
      ? CONSULTATION[language as keyof typeof CONSULTATION].consents[purpose](name)
      : undefined;
  }
  return purpose === 'privacy' && Object.hasOwn(BOOKING, language)
    ? BOOKING[language as keyof typeof BOOKING].privacyConsent(name)
    : undefined;
}
