import { readFileSync } from 'node:fs';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import type { Clinic, SchedulingAdapter } from 'smp-widgets/server';
import type { ClinicBook } from './clinic-book.js';
import { consentPages } from './consent-pages.js';
import type { Database } from './database.js';
import type { Markup } from './desk-page.js';
import type { HealthCipher } from './health-cipher.js';
import { describeError, type Log } from './log.js';
import type { Signer } from './manage-token.js';
import { confirmAttendance, readAttendance, type Attendance } from './message-attend.js';
import { readStopSubject, stopReminders, type StopSubject } from './message-stop.js';
import { readMessageToken, type MessageGrant, type MessagePurpose } from './message-token.js';
import { momentWords, wordsFor, type MessageWords } from './message-words.js';
import { readOffer } from './offer-record.js';
import type { PhotoStore } from './photo-store.js';
import { TokenBuckets, type RateLimit } from './rate-limit.js';
import { confirmWaiting, readAsked, type AskedToConfirm } from './waitlist.js';
import { takeOffer } from './waitlist-offer.js';

/** Options of {@link messagePages}. */
export interface MessagePagesOptions {
  readonly database: Database;
  readonly book: ClinicBook;
  readonly signer: Signer;
  /** Opens consultations of which a part is to be forgotten. */
  readonly cipher: HealthCipher;
  readonly photos?: PhotoStore | undefined;
  /** Where the clinic's pages are, without a slash at the end. Default: where these are. */
  readonly siteUrl?: string | undefined;
  /** Books what was offered. */
  readonly adapter: SchedulingAdapter;
  readonly log: Log;
  /** Requests of one address. Default: no limit. */
  readonly rateLimit?: RateLimit | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const STYLES = readFileSync(new URL('./message-pages.css', import.meta.url), 'utf8');
/** More than “List-Unsubscribe=One-Click” needs. */
const FORM_BYTES = 4096;

const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  // The address holds the token.
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
};

/**
 * Where the links of messages lead, for `/messages/`. A GET changes nothing, since mail scanners follow every link; the
 * page that it shows asks, and its form is posted. Mail programs post to the same address on their own (RFC 8058).
 */
export function messagePages(options: MessagePagesOptions, addressOf: (context: Context) => string): Hono {
  const { database, book, signer, adapter, siteUrl = '', log, now } = options;
  const requests = options.rateLimit && new TokenBuckets(options.rateLimit);
  const pages = new Hono();

  const show = async (context: Context, words: MessageWords, page: PageText, status: 200 | 404 | 410 = 200) => {
    const { clinic } = await book.open(database);
    return context.html(pageOf(words, clinic, page), status);
  };
  const wrong = (context: Context) => {
    const { words } = wordsFor(languageOf(context));
    return show(context, words, { title: words.wrongLink, paragraphs: [] }, 404);
  };
  const grantOf = (context: Context, purpose: MessagePurpose): MessageGrant | undefined =>
    readMessageToken(signer, purpose, context.req.query('m') ?? '');

  pages.use(async (context, next) => {
    const wait = requests?.take(addressOf(context));
    if (wait !== undefined) {
      context.res = new Response('Too many requests', {
        status: 429,
        headers: { 'Retry-After': String(Math.ceil(wait / 1000)) },
      });
    } else await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  });

  pages.get('/messages/message-pages.css', (context) =>
    context.body(STYLES, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );

  /** What the page says once nothing more is to be stopped: after it was, or when somebody left the list before. */
  const showStopped = (context: Context, { about }: MessageGrant, { locale, hasLeft }: StopSubject) => {
    const { words } = wordsFor(locale ?? languageOf(context));
    const { leavePage, stopPage } = words;
    const { done } = about === 'waitlist' ? leavePage : stopPage;
    const paragraphs = [hasLeft ? leavePage.again : stopPage.kept];
    return show(context, words, { title: done, paragraphs, isDone: true });
  };
  pages.get('/messages/stop', async (context) => {
    const grant = grantOf(context, 'stop');
    const person = grant && (await readStopSubject(database, grant));
    if (!grant || !person) return wrong(context);
    if (person.hasLeft) return showStopped(context, grant, person);
    const { words } = wordsFor(person.locale);
    const { title, question, button } = grant.about === 'waitlist' ? words.leavePage : words.stopPage;
    return show(context, words, { title, paragraphs: [question], button });
  });

  pages.post('/messages/stop', bodyLimit({ maxSize: FORM_BYTES }), async (context) => {
    const grant = grantOf(context, 'stop');
    const person = grant && (await stopReminders(database, grant, now()));
    if (!grant || !person) return wrong(context);
    if (!person.hasLeft) log('info', 'messages.stopped', { kind: grant.about });
    return showStopped(context, grant, person);
  });

  /** What the page says on which a client confirms that they are coming. */
  const showAttendance = (context: Context, visit: Attendance | undefined) => {
    if (!visit) return wrong(context);
    const { words, dates } = wordsFor(visit.locale);
    const { title, question, button, done, changed } = words.attendPage;
    const when = momentWords(dates, visit.localDate, visit.localTime, 'long');
    if (visit.state === 'changed') return show(context, words, { title, paragraphs: [changed] }, 410);
    if (visit.state === 'confirmed') return show(context, words, { title, paragraphs: [done(when)], isDone: true });
    return show(context, words, { title, paragraphs: [question(when)], button });
  };
  pages.get('/messages/attend', async (context) => {
    const grant = grantOf(context, 'attend');
    return showAttendance(context, grant && (await readAttendance(database, grant, now())));
  });
  pages.post('/messages/attend', bodyLimit({ maxSize: FORM_BYTES }), async (context) => {
    const grant = grantOf(context, 'attend');
    const visit = grant && (await confirmAttendance(database, grant, now()));
    if (visit?.state === 'confirmed') log('info', 'messages.attending');
    return showAttendance(context, visit);
  });

  /** What the page says on which somebody confirms that they want to wait. */
  const showAsked = (context: Context, asked: AskedToConfirm | undefined) => {
    if (!asked) return wrong(context);
    const { words } = wordsFor(asked.locale ?? languageOf(context));
    const { title, question, phone, button, done, later, gone } = words.joinPage;
    if (asked.state === 'gone') return show(context, words, { title: words.wrongLink, paragraphs: [gone] }, 410);
    if (asked.state === 'later') return show(context, words, { title, paragraphs: [later] }, 410);
    if (asked.state === 'confirmed') return show(context, words, { title, paragraphs: [done], isDone: true });
    const paragraphs = asked.phone === null ? [question] : [question, phone(asked.phone)];
    return show(context, words, { title, paragraphs, button });
  };
  pages.get('/messages/join', async (context) => {
    const grant = grantOf(context, 'join');
    return showAsked(context, grant && (await readAsked(database, grant, now())));
  });
  pages.post('/messages/join', bodyLimit({ maxSize: FORM_BYTES }), async (context) => {
    const grant = grantOf(context, 'join');
    const asked = grant && (await confirmWaiting(database, grant, now()));
    if (asked?.state === 'confirmed') log('info', 'messages.waiting');
    return showAsked(context, asked);
  });

  /** What an offer's page says, however it was come to. @param refused it was asked for and can't be had */
  const showOffer = async (context: Context, grant: MessageGrant | undefined, refused = false) => {
    const offer = grant && (await readOffer(database, grant.ref, now()));
    if (!offer) return wrong(context);
    const { words, dates } = wordsFor(offer.locale ?? languageOf(context));
    const { title, question, button, booked, requested, onRequest, gone, waiting, over } = words.offerPage;
    if (offer.state === 'gone' || (offer.state === 'open' && refused)) {
      const link = { label: words.links.booking, url: `${siteUrl}/booking.html` };
      return show(context, words, { title: gone, paragraphs: [offer.isWaiting ? waiting : over], link }, 410);
    }
    const when = momentWords(dates, offer.localDate, offer.localTime, 'long');
    const until = momentWords(dates, offer.until.date, offer.until.time, 'long');
    if (offer.state === 'booked') return show(context, words, { title, paragraphs: [booked(when)], isDone: true });
    if (offer.state === 'requested') {
      return show(context, words, { title, paragraphs: [requested(when), onRequest], isDone: true });
    }
    const { clinic } = await book.open(database);
    const service = clinic.services.find(({ id }) => id === offer.service);
    const notes = offer.request || service?.confirmation === 'request' ? [onRequest] : [];
    return show(context, words, { title, paragraphs: [question(when, until), ...notes], button });
  };
  pages.get('/messages/offer', (context) => showOffer(context, grantOf(context, 'offer')));
  pages.post('/messages/offer', bodyLimit({ maxSize: FORM_BYTES }), async (context) => {
    const grant = grantOf(context, 'offer');
    const isTaken = grant && (await takeOffer(database, { adapter, signer }, grant.ref, now()));
    return showOffer(context, grant, isTaken === false);
  });

  consentPages(pages, options, { show, wrong, grantOf, languageOf, limit: bodyLimit({ maxSize: FORM_BYTES }) });

  pages.notFound((context) => context.text('Not found', 404));
  pages.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    log('error', 'messages.page', describeError(error));
    return context.text('Something went wrong', 500);
  });
  return pages;
}

/** What the browser would like best. */
const languageOf = (context: Context): string | undefined =>
  context.req.header('accept-language')?.split(',')[0]?.split(';')[0];

/** What a page says. */
export interface PageText {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** More than sentences, after those. */
  readonly content?: Markup | undefined;
  /** What was asked for is done. */
  readonly isDone?: boolean;
  /** Posts to the page's own address. */
  readonly button?: string;
  /** Leads elsewhere. */
  readonly link?: { readonly label: string; readonly url: string };
}

const DONE = html`<svg viewBox="0 0 40 40" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
  <circle cx="20" cy="20" r="18" />
  <path d="m12.5 20.5 5 5 10-11" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" />
</svg>`;

function pageOf(words: MessageWords, { name, phone }: Clinic, page: PageText): Markup {
  const { title, paragraphs, content = '', isDone, button, link } = page;
  return html`<!doctype html>
    <html lang="${words.language}" dir="${words.direction ?? 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – ${name}</title>
        <link rel="stylesheet" href="/messages/message-pages.css" />
      </head>
      <body>
        <header>
          <p><bdi>${name}</bdi></p>
          ${phone === undefined ? '' : html`<a href="tel:${phone.replace(/[^\d+]/g, '')}"><bdi>${phone}</bdi></a>`}
        </header>
        <main>
          ${isDone ? DONE : ''}
          <h1>${title}</h1>
          ${paragraphs.map((text) => html`<p>${text}</p>`)} ${content}
          ${button === undefined ? '' : html`<form method="post"><button>${button}</button></form>`}
          ${link ? html`<p class="ways"><a class="button" href="${link.url}">${link.label}</a></p>` : ''}
        </main>
      </body>
    </html>`;
}
