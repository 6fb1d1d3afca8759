import type { Catalogue } from './catalogue.js';
import { en } from './en.js';
import type { Messages } from './messages.js';

/** The words that all elements share. */
export const commonWords: Catalogue<Messages> = {
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
  own: (words) => words,
};
