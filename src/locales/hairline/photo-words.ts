import type { Catalogue } from '../catalogue.js';
import { photoEn } from './photo.en.js';
import type { HairlinePhotoMessages } from './photo-messages.js';

/** The words around a photo of the visitor’s own. */
export const photoWords: Catalogue<HairlinePhotoMessages> = {
  en: photoEn,
  others: {
    ar: () => import('./photo.ar.js'),
    de: () => import('./photo.de.js'),
    es: () => import('./photo.es.js'),
    fr: () => import('./photo.fr.js'),
    it: () => import('./photo.it.js'),
    nl: () => import('./photo.nl.js'),
    pl: () => import('./photo.pl.js'),
    pt: () => import('./photo.pt.js'),
    tr: () => import('./photo.tr.js'),
  },
  own: ({ hairline }) => hairline?.photo,
};
