import type { DraftStorage } from '../flows/draft.js';
import { languageOf } from '../locales/languages.js';

/** The visitor's device, read here and nowhere else. */
export const visitor = {
  /** Storage of this tab; a browser may forbid it by throwing. */
  storage(): DraftStorage | undefined {
    try {
      return window.sessionStorage;
    } catch {
      return undefined;
    }
  },

  /** Storage that stays on the device; a browser may forbid it by throwing. */
  lastingStorage(): Storage | undefined {
    try {
      return window.localStorage;
    } catch {
      return undefined;
    }
  },

  /** Calendar time of the device, milliseconds since 1970. May be years off. */
  now: (): number => Date.now(),

  /** The date in a zone, `YYYY-MM-DD`; on the device's calendar where no zone is given or the device doesn't know it. */
  today(timeZone?: string): string {
    const now = new Date(visitor.now());
    if (timeZone !== undefined) {
      try {
        // Swedish writes year, month and day in that order.
        return new Intl.DateTimeFormat('sv-SE', { calendar: 'gregory', timeZone }).format(now);
      } catch {
        // Old zone data: the device's own date is close.
      }
    }
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  },

  /** What the page's address says after `#` under a name; a browser sends that to nobody. */
  fragment: (name: string): string | undefined => new URLSearchParams(location.hash.slice(1)).get(name) ?? undefined,

  /**
   * Is the page's address the link of a touch-up plan: `#r=…`, or `#t=…` as links of bookings are, with a token that looks
   * like the reference backend's of plans? These begin with an id; those of bookings never do. For pages that show both.
   */
  hasPlanLink: (): boolean => /^#(r=|t=[\da-f-]{36}\.)/.test(location.hash),

  /** This page's address with a word after `#`, without what campaigns put there of the visitor's way here. */
  linkTo: (name: string, value: string): string =>
    `${location.origin}${location.pathname}${location.search.replace(/\b(utm_\w+|(g|fb)clid|msclkid|[gw]braid)=[^&]*&?/g, '')}#${name}=${value}`,

  /**
   * The first use of formatters takes a browser as long as drawing a page does, and that of storage waits for another
   * process; while files are on the way there is time for it.
   */
  warmUp(): void {
    setTimeout(() => {
      visitor.storage()?.getItem('');
      new Intl.NumberFormat().format(0);
      new Intl.DateTimeFormat([], { dateStyle: 'full', timeStyle: 'short' }).format();
      // A zone whose name has to be looked up, which a device's own need not be.
      new Intl.DateTimeFormat([], { timeZone: 'Europe/Paris', weekday: 'short', timeZoneName: 'longGeneric' }).format();
    });
  },

  timeZone: (): string => Intl.DateTimeFormat().resolvedOptions().timeZone,

  /**
   * The language to format dates and numbers in: that of the words, in the page's or the visitor's regional form.
   * The region decides on 12 or 24 hours and on the first day of the week. Arabic is written with Latin digits, as it is
   * in messages, unless the page's tag asks for others: `ar-EG-u-nu-arab`.
   * @param tag BCP 47 tag of the page around an element; may be empty or nonsense
   */
  locale(tag: string, language: string): string {
    const tags = [tag.replaceAll('_', '-'), ...navigator.languages].filter((one) => languageOf(one) === language);
    const locale = tags.find((one) => one.includes('-') && isTag(one)) ?? language;
    if (language !== 'ar' || locale.includes('-nu-')) return locale;
    return locale.includes('-u-') ? locale.replace('-u-', '-u-nu-latn-') : `${locale}-u-nu-latn`;
  },
};

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
