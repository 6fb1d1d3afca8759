import type { Catalogue } from '../catalogue.js';
import { en } from './en.js';
import type { DepositMessages } from './messages.js';

/** The words of a deposit. */
export const depositWords: Catalogue<DepositMessages> = {
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
  own: ({ deposit }) => deposit,
};
