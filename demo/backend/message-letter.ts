import { html } from 'hono/html';
import { bookingEvent, calendarFile } from 'smp-widgets/calendar';
import type { Booking, Clinic } from 'smp-widgets/server';
import type { Markup } from './desk-page.js';
import type { OutgoingMail } from './mail-transport.js';
import type { MessageKind } from './message-plan.js';
import { momentWords, wordsFor, type MessageFacts, type MessageLink, type MessageWords } from './message-words.js';

/** What a message is made of. */
export interface LetterOccasion {
  readonly kind: MessageKind;
  readonly clinic: Clinic;
  readonly name: string;
  readonly locale: string | null;
  /** The visits that it is about, in order of time: one, or the sessions of a course. */
  readonly visits?: readonly LetterVisit[] | undefined;
  /** Until when a time is kept, on the clinic's clock. */
  readonly until?: { readonly date: string; readonly time: string } | undefined;
  /** What the clinic asks for in advance, in its own words, and what it is paid under. */
  readonly deposit?: { readonly text: string; readonly reference: string } | undefined;
  /** Where its links lead. */
  readonly links: Partial<Readonly<Record<MessageLink, string>>>;
  /** Where reminders are stopped, or the waiting list is left; absent where there is nothing to stop. */
  readonly stopUrl?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** When and where a visit is. */
export interface LetterVisit {
  readonly localDate: string;
  readonly localTime: string;
  readonly location: string | null;
  /** Its course's, if it is a session of one: what its client gives on the phone. */
  readonly reference?: string | undefined;
  /** For a calendar file; absent: none goes with it. */
  readonly booking?: Booking | undefined;
}

/** What a letter says; whom it is from and to is for others to know. */
export type Letter = Pick<OutgoingMail, 'subject' | 'text' | 'html' | 'calendar' | 'language' | 'stopUrl'>;

/** Writes a mail. */
export async function writeLetter(occasion: LetterOccasion): Promise<Letter> {
  const wording = wordsFor(occasion.locale);
  const { words } = wording;
  const facts = factsOf(occasion, wording);
  const { subject, paragraphs: said } = words.letters[occasion.kind](facts);
  const { deposit, kind, visits = [] } = occasion;
  // New links make no appointment of what is only asked for.
  const isAsked = kind === 'booking.renewed' && visits.some(({ booking }) => booking?.status === 'requested');
  const paragraphs = [
    ...said,
    ...(isAsked ? words.letters['booking.requested'](facts).paragraphs.slice(0, 1) : []),
    ...(deposit ? [words.deposit({ ...deposit, text: oneLine(deposit.text, ' ') })] : []),
  ];
  const links = linksOf(occasion, words);
  const dir = words.direction ?? 'ltr';
  const greeting = `${words.greeting(facts.name)}${dir === 'rtl' ? '،' : ','}`;
  const closing = words.closing(facts.clinic);
  const stop = occasion.stopUrl;
  const isWaiting = occasion.kind.startsWith('waitlist.');
  const stopNote = isWaiting ? words.leaveNote : words.stopNote;
  const stopLink = isWaiting ? words.leaveLink : words.stopLink;
  const bookings = visits.flatMap(({ booking }) => booking ?? []);
  return {
    subject,
    text: [
      greeting,
      ...paragraphs,
      ...links.map(({ label, url }) => `${label}:\n${url}`),
      closing,
      ...(stop === undefined ? [] : [`-- \n${stopNote}\n${stopLink}: ${stop}`]),
    ].join('\n\n'),
    html: String(
      await html`<!doctype html>
        <html lang="${words.language}" dir="${dir}">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <title>${subject}</title>
          </head>
          <body style="margin:0;padding:24px 16px;font:16px/1.5 system-ui,sans-serif">
            <div dir="${dir}" style="max-width:34rem;margin:0 auto">
              <p>${greeting}</p>
              ${paragraphs.map((text) => html`<p>${linesOf(text)}</p>`)}
              ${links.map(({ label, url }) => html`<p><a href="${url}">${label}</a></p>`)}
              <p>${closing}</p>
              ${
                stop === undefined
                  ? ''
                  : html`<hr style="border:0;border-top:1px solid #999;margin:24px 0 12px" />
                      <p style="font-size:14px">${stopNote} <a href="${stop}">${stopLink}</a></p>`
              }
            </div>
          </body>
        </html>`,
    ),
    language: words.language,
    stopUrl: stop,
    ...(bookings.length > 0 && {
      calendar: calendarFile(
        bookings.map((booking) =>
          bookingEvent(booking, occasion.clinic, words.calendar, { stamp: new Date(occasion.now).toISOString() }),
        ),
      ),
    }),
  };
}

/** Lines apart; not by a style, which some mail programs leave out. */
const linesOf = (text: string): Markup[] =>
  text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));

/** What stands on several lines, on one. */
const oneLine = (text: string, between = ', '): string =>
  text
    .split(/\s*[\r\n]+\s*/)
    .filter(Boolean)
    .join(between);

/**
 * A name as a letter may begin with it. Anybody can book with anybody's address, so what looks like an address of the
 * web, or is long enough for a message of its own, is left out: nobody advertises through the clinic's mails.
 */
function greetable(name: string): string {
  return name.length > 60 || /[/:@<>]|www\.|\.\p{L}{2,}/iu.test(name) ? '' : name;
}

/** Writes a text message: clinic, date, time and link, and nothing of what the visit is for. */
export function writeText(occasion: LetterOccasion): string {
  const wording = wordsFor(occasion.locale);
  const { words } = wording;
  const { attend, consents, ...links } = occasion.links;
  const [link] = linksOf({ ...occasion, links }, words);
  // What invites to come again has to say how to make it stop.
  const stop = occasion.kind.startsWith('touch-up.') ? occasion.stopUrl : undefined;
  return [
    words.text(occasion.kind, factsOf(occasion, wording)),
    ...(link ? [link.url] : []),
    ...(attend === undefined ? [] : [`${words.links.attend}: ${attend}`]),
    ...(stop === undefined ? [] : [`${words.stopLink}: ${stop}`]),
    // Texts about appointments need a consent, which has to be as easy to withdraw as it was to give.
    ...(consents === undefined ? [] : [`${words.noTexts}: ${consents}`]),
  ].join(' ');
}

function factsOf(
  { clinic, name, visits = [], until }: LetterOccasion,
  { words, dates }: ReturnType<typeof wordsFor>,
): MessageFacts {
  const isRightToLeft = words.direction === 'rtl';
  const [visit] = visits;
  const placeOf = (one: LetterVisit | undefined) => clinic.locations.find(({ id }) => id === one?.location);
  const addressOf = (place: Clinic['locations'][number] | undefined) => place && oneLine(place.address ?? place.name);
  // Sessions of a course may be at several places: each is told with its date.
  const isElsewhere = visits.some(({ location }) => location !== visit?.location);
  const place = isElsewhere ? undefined : placeOf(visit);
  return {
    clinic: oneLine(clinic.name),
    phone: place?.phone ?? clinic.phone,
    name: greetable(oneLine(name)),
    count: visits.length,
    when: visits
      .flatMap((one) => {
        const moment = momentWords(dates, one.localDate, one.localTime, 'long');
        const address = isElsewhere ? addressOf(placeOf(one)) : undefined;
        return address === undefined ? [moment] : [moment, isRightToLeft ? `\u2068${address}\u2069` : address];
      })
      .join('\n'),
    shortWhen: visit ? momentWords(dates, visit.localDate, visit.localTime, 'short') : '',
    reference: [...new Set(visits.flatMap(({ reference }) => reference ?? []))].join(', ') || undefined,
    place: addressOf(place),
    until: until && momentWords(dates, until.date, until.time, 'long'),
  };
}

function linksOf({ links }: LetterOccasion, words: MessageWords): { label: string; url: string }[] {
  const order: readonly MessageLink[] = [
    'join',
    'offer',
    'attend',
    'deposit',
    'preparation',
    'aftercare',
    'manage',
    'booking',
    'touchUp',
    'consents',
  ];
  return order.flatMap((link) => {
    const url = links[link];
    return url === undefined ? [] : [{ label: words.links[link], url }];
  });
}
