import type { Catalogue } from '../catalogue.js';
import { en } from './en.js';
import type { JourneyMessages } from './messages.js';

/** The words of the journey. */
export const journeyWords: Catalogue<JourneyMessages> = {
  en,
  others: {
    ar: () => import('./ar.js'),
    de: () => import('./de.js'),
    es: () => import('./es.js'),
    fr: () => import('./fr.js'),
    it: () => import('./it.js'),
    nl: () => import('./nl.js'),
    pl: () => import('./pl.js'),
    pt: () => import('./pt.js'),
    tr: () => import('./tr.js'),
  },
  own: ({ journey }) => journey,
};
