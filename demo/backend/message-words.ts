import type { ConsentPurpose } from 'smp-widgets/server';
import type { ConsentPlace, Reached } from './consent-withdrawal.js';
import type { MessageKind } from './message-plan.js';
import { ar } from './message-words.ar.js';
import { de } from './message-words.de.js';
import { en } from './message-words.en.js';
import { es } from './message-words.es.js';
import { fr } from './message-words.fr.js';
import { it } from './message-words.it.js';
import { nl } from './message-words.nl.js';
import { pl } from './message-words.pl.js';
import { pt } from './message-words.pt.js';
import { tr } from './message-words.tr.js';

/** What a message may say of its occasion. Nothing in here tells what a visit is for. */
export interface MessageFacts {
  readonly clinic: string;
  readonly phone?: string | undefined;
  readonly name: string;
  /** How many visits it is about. */
  readonly count: number;
  /** Date and time of each visit on the clinic's clock, in words, a line each; below it its place where they differ. */
  readonly when: string;
  /** The first of them in short form, for subjects and text messages. */
  readonly shortWhen: string;
  /** `SMP-7K3Q9F`. */
  readonly reference?: string | undefined;
  /** Where all visits are, on one line. */
  readonly place?: string | undefined;
  /** Until when a time is kept, in words. */
  readonly until?: string | undefined;
}

/** What a letter says, but for its links. */
export interface LetterWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Pages that a message leads to. */
export type MessageLink =
  'attend' | 'deposit' | 'manage' | 'preparation' | 'aftercare' | 'booking' | 'join' | 'offer' | 'touchUp' | 'consents';

/** All words of messages in one language. Subjects and text messages name clinic, date and time, and nothing else. */
export interface MessageWords {
  /** BCP 47 tag. */
  readonly language: string;
  /** Default `ltr`. */
  readonly direction?: 'rtl';
  greeting(name: string): string;
  /** Signs a letter. */
  readonly closing: (clinic: string) => string;
  readonly letters: Readonly<Record<MessageKind, (facts: MessageFacts) => LetterWords>>;
  /** What the clinic asks for in advance, in its own words. Whether it has been paid, nobody knows yet. */
  deposit(asked: { readonly text: string; readonly reference: string }): string;
  /** Without its link, which follows. */
  text(kind: MessageKind, facts: MessageFacts): string;
  readonly links: Readonly<Record<MessageLink, string>>;
  readonly calendar: {
    title(clinic: string): string;
    reference(reference: string): string;
    phone(phone: string): string;
  };
  /** Above the link that stops reminders. */
  readonly stopNote: string;
  readonly stopLink: string;
  /** The page that the link leads to. */
  readonly stopPage: {
    readonly title: string;
    readonly question: string;
    readonly button: string;
    readonly done: string;
    readonly kept: string;
  };
  /** The same for who waits for a time: the link takes them off the list. */
  readonly leaveNote: string;
  readonly leaveLink: string;
  readonly leavePage: Omit<MessageWords['stopPage'], 'kept'> & {
    /** Said with `done` to who had left before. */
    readonly again: string;
  };
  /** The page on which somebody confirms that they want to wait, and that the phone number that was given is theirs. */
  readonly joinPage: {
    readonly title: string;
    readonly question: string;
    phone(phone: string): string;
    readonly button: string;
    readonly done: string;
    /** They were written down again since; a later mail asks about that. */
    readonly later: string;
    /** They are offered nothing more. */
    readonly gone: string;
  };
  /** The page on which a client says that they are coming. */
  readonly attendPage: {
    readonly title: string;
    question(when: string): string;
    readonly button: string;
    done(when: string): string;
    /** The appointment is no longer the one that the link was sent about. */
    readonly changed: string;
  };
  readonly offerPage: {
    readonly title: string;
    question(when: string, until: string): string;
    readonly button: string;
    booked(when: string): string;
    /** Instead, where the clinic has to confirm what is asked for. */
    requested(when: string): string;
    /** Said with that, and before anything is asked for. */
    readonly onRequest: string;
    readonly gone: string;
    /** Said with that: there may be other times, or there will be none. */
    readonly waiting: string;
    readonly over: string;
  };
  /** In a text message, before the link to the page on which its consent ends. */
  readonly noTexts: string;
  /** The page that shows people what they have agreed to, and lets them withdraw it. */
  readonly consentPage: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    /** With what a consent was given. */
    readonly of: Readonly<Record<ConsentPlace, (date: string) => string>>;
    /** Above reminders of touch-ups, which are agreed to on their own. */
    readonly reminders: string;
    readonly names: Readonly<Record<ConsentPurpose, string>>;
    given(date: string, version: string): string;
    readonly withdrawn: Readonly<Record<'person' | 'clinic', (date: string) => string>>;
    /** Said of a consent that can't end by itself. */
    readonly needed: string;
    readonly withdraw: string;
    readonly question: string;
    /** What it means that a consent ends. */
    readonly effects: Readonly<Record<ConsentPurpose, string>>;
    /** For how much it ends, of what is sent: all of the address or number that the link came to. */
    readonly reach: Readonly<Record<Reached, string>>;
    readonly button: string;
    readonly keep: string;
    readonly done: string;
    /** Said instead of a whole consultation. */
    readonly erased: string;
    readonly back: string;
    /** What else they may ask for. */
    readonly rights: string;
  };
  /** For a link that is none. */
  readonly wrongLink: string;
}

const ALL: readonly MessageWords[] = [en, ar, de, es, fr, it, nl, pl, pt, tr];

/** The words that fit a language tag best, and the tag that dates are written by. Without any that fits: English. */
export function wordsFor(locale: string | null | undefined): { words: MessageWords; dates: string } {
  const tag = canonicalTag(locale ?? '');
  const language = tag?.split('-')[0];
  const words = ALL.find((one) => one.language === language);
  return words && tag !== undefined ? { words, dates: tag } : { words: en, dates: 'en-GB' };
}

function canonicalTag(locale: string): string | undefined {
  try {
    const tag = Intl.getCanonicalLocales(locale)[0];
    return tag === 'en' ? 'en-GB' : tag;
  } catch {
    return undefined;
  }
}

/**
 * A date and time of the clinic's clock in words. It is not converted to anything: the clock on the clinic's wall counts.
 * @param date `2026-12-01`
 * @param time `14:30`; left out, the date alone
 */
export function momentWords(dates: string, date: string, time: string | undefined, month: 'long' | 'short'): string {
  const format = new Intl.DateTimeFormat(dates, {
    weekday: month,
    day: 'numeric',
    month,
    year: 'numeric',
    ...(time !== undefined && { hour: hourStyle(dates), minute: '2-digit' }),
    timeZone: 'UTC',
    // A tag may ask for other calendars and digits (`-u-ca-…`); opening hours are in these.
    calendar: 'gregory',
  });
  return format.format(Date.parse(`${date}T${time ?? '00:00'}Z`)).replaceAll(/[\u202f\u00a0]/gu, ' ');
}

/** Pages write times in the language's own short style, which begins with a zero in some: `09:00`, `9:00 AM`. */
function hourStyle(dates: string): 'numeric' | '2-digit' {
  const parts = new Intl.DateTimeFormat(dates, { timeStyle: 'short', timeZone: 'UTC' }).formatToParts(NINE);
  return parts.some(({ type, value }) => type === 'hour' && value.length > 1) ? '2-digit' : 'numeric';
}

const NINE = Date.parse('1970-01-01T09:00Z');
