import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup that `html` has made: all texts in it are escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What the browser may do with the desk's pages: show them, their stylesheet and their photos, and send their forms. */
export const DESK_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Forms have to say where they come from, which “no-referrer” would take from them.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
};

/** Nothing at all, in a template. */
export const NOTHING: Markup = raw('');

/** What the desk's pages lead to. */
const PLACES = { '/clinic/': 'What has come in', '/clinic/waiting/': 'Waiting list', '/clinic/outbox/': 'Messages' };

/** A page of the desk, at this path. */
export function deskPage(title: string, clinic: string, path: string, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – ${clinic}</title>
        <link rel="stylesheet" href="/clinic/desk.css" />
      </head>
      <body>
        <header>
          <p class="brand">${clinic} <span class="quiet">The clinic’s desk · confidential</span></p>
          <nav aria-label="Desk">
            ${Object.entries(PLACES).map(
              ([to, name]) => html`<a href="${to}" ${to === path ? raw('aria-current="page"') : NOTHING}>${name}</a>`,
            )}
          </nav>
        </header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

/** A number that is called by a press. */
export const phoneLink = (phone: string): Markup =>
  html`<a class="number" href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${phone}</a>`;

const FLAG_WORDS = /(?<=[a-z])(?=[A-Z0-9])|-/g;

/** `recentTransplant` as “recent transplant”: what a flag is called where nobody has given it a name. */
export const flagWords = (flag: string): string => flag.replace(FLAG_WORDS, ' ').toLowerCase();

const momentIn = (timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));

/** A moment on the clinic's clock: `24 Nov 2026, 14:05`. */
export const clinicTime = (instant: string, timeZone: string): Markup =>
  html`<time datetime="${instant}">${momentIn(timeZone, instant)}</time>`;

/** The same of a date and a time that are the clinic's already. */
export const wallTimeOf = (date: string, time: string): Markup =>
  html`<time datetime="${date}T${time}">${momentIn('UTC', `${date}T${time}Z`)}</time>`;

/** A date that is the clinic's: `24 Nov 2026`. */
export const wallDateOf = (date: string): Markup =>
  html`<time datetime="${date}"
    >${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date))}</time
  >`;
