import type { DraftStorage } from '../flows/draft.js';

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

  /** This page's address with a word after `#`, and nothing of the visitor's own way here. */
  linkTo: (name: string, value: string): string => `${location.origin}${location.pathname}#${name}=${value}`,

  timeZone: (): string => Intl.DateTimeFormat().resolvedOptions().timeZone,

  /**
   * The language to format dates and numbers in: that of the words, in the page's or the visitor's regional form.
   * The region decides on 12 or 24 hours and on the first day of the week.
   */
  locale(element: Element, language: string): string {
    const page = element.closest('[lang]')?.getAttribute('lang') ?? '';
    const sameLanguage = [page, ...navigator.languages].filter((tag) => tag.split('-')[0] === language);
    return sameLanguage.find((tag) => tag.includes('-')) ?? language;
  },
};
