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

/** The widgets' own wordings: `default-1-de`. */
const USUAL = /^default-1-(\w+)$/;

/** The words that somebody agreed to; `undefined` where they were the clinic's own and are not known any more. */
export function wordingOf(
  of: ConsentPlace,
  { purpose, version }: Pick<ConsentRecord, 'purpose' | 'version'>,
  { name, consents = [] }: Clinic,
): string | undefined {
  const language = USUAL.exec(version)?.[1] ?? '';
  if (of === 'consultation') {
    return Object.hasOwn(CONSULTATION, language)
      ? CONSULTATION[language as keyof typeof CONSULTATION].consents[purpose](name)
      : undefined;
  }
  const own = consents.find((one) => one.purpose === purpose && one.version === version);
  if (own) return own.wording;
  return purpose === 'privacy' && Object.hasOwn(BOOKING, language)
    ? BOOKING[language as keyof typeof BOOKING].privacyConsent(name)
    : undefined;
}
