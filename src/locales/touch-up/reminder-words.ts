import type { Catalogue } from '../catalogue.js';
import { reminderEn } from './reminder.en.js';
import type { TouchUpReminderMessages } from './reminder-messages.js';

/** The words of signing up for reminders, and of their plan. */
export const reminderWords: Catalogue<TouchUpReminderMessages> = {
  en: reminderEn,
  others: {
    ar: () => import('./reminder.ar.js'),
    de: () => import('./reminder.de.js'),
    es: () => import('./reminder.es.js'),
    fr: () => import('./reminder.fr.js'),
    it: () => import('./reminder.it.js'),
    nl: () => import('./reminder.nl.js'),
    pl: () => import('./reminder.pl.js'),
    pt: () => import('./reminder.pt.js'),
    tr: () => import('./reminder.tr.js'),
  },
  own: ({ touchUp }) => touchUp?.reminder,
};
