import type { Context, Hono, MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { ConsentPurpose, wallTime, type Clinic } from 'smp-widgets/server';
import { isSent, withdrawConsent } from './consent-withdrawal.js';
import { versionShown, wordingOf } from './consent-wordings.js';
import type { Queries } from './database.js';
import type { Markup } from './desk-page.js';
import type { MessagePagesOptions, PageText } from './message-pages.js';
import { messageToken, type MessageGrant, type MessagePurpose } from './message-token.js';
import { momentWords, wordsFor, type MessageWords } from './message-words.js';
import {
  reachedOf,
  readAgreedReminders,
  readConsentSubject,
  readPersonConsents,
  type AgreedReminders,
  type ConsentOccasion,
  type ConsentSubject,
  type PersonConsent,
} from './person-consents.js';

/** What all pages of messages share. */
export interface SharedPages {
  readonly show: (context: Context, words: MessageWords, page: PageText) => Promise<Response>;
  /** The one answer to every link that is none. */
  readonly wrong: (context: Context) => Promise<Response>;
  readonly grantOf: (context: Context, purpose: MessagePurpose) => MessageGrant | undefined;
  readonly languageOf: (context: Context) => string | undefined;
  readonly limit: MiddlewareHandler;
}

/** One consent, and on which occasion it was given. */
interface Chosen {
  readonly occasion: ConsentOccasion;
  readonly consent: PersonConsent;
}

/**
 * The page that shows people what they have agreed to. A consent that is picked there is asked about on a page of its
 * own, and the form of that is what withdraws it.
 */
export function consentPages(
  pages: Hono,
  { database, book, signer, cipher, photos, log, now }: MessagePagesOptions,
  { show, wrong, grantOf, languageOf, limit }: SharedPages,
): void {
  const subjectOf = async (
    queries: Queries,
    context: Context,
  ): Promise<{ subject: ConsentSubject; occasions: readonly ConsentOccasion[] } | undefined> => {
    const grant = grantOf(context, 'consents');
    const subject = grant && (await readConsentSubject(queries, grant));
    return subject && { subject, occasions: await readPersonConsents(queries, subject) };
  };
  const wordsOf = (context: Context, { locale }: ConsentSubject) => wordsFor(locale ?? languageOf(context));
  const listUrl = (context: Context) => `?m=${encodeURIComponent(context.req.query('m') ?? '')}`;
  const isGone = ({ email, phone }: ConsentSubject) => email === null && phone === null;

  const showList = async (
    context: Context,
    subject: ConsentSubject,
    occasions: readonly ConsentOccasion[],
  ): Promise<Response> => {
    const { words, dates } = wordsOf(context, subject);
    const { title, intro, none, rights, erased } = words.consentPage;
    if (isGone(subject)) return show(context, words, { title: erased, paragraphs: [], isDone: true });
    const { clinic } = await book.open(database);
    const reminders = await readAgreedReminders(database, subject);
    const said = { words, dates, clinic, url: listUrl(context) };
    const stopUrl = ({ id: ref, tokenVersion }: AgreedReminders) =>
      `/messages/stop?m=${messageToken(signer, { purpose: 'stop', about: 'touch-up', ref, tokenVersion })}`;
    const content = html`${occasions.map((one) => occasionPart(one, said))}
      ${reminders.map((one) => remindersPart(one, said, stopUrl(one)))}
      <p class="quiet">${rights}</p>`;
    const paragraphs = [occasions.length + reminders.length > 0 ? intro : none];
    return show(context, words, { title, paragraphs, content });
  };

  const showWithdrawn = (context: Context, subject: ConsentSubject, { occasion, consent }: Chosen) => {
    const { words } = wordsOf(context, subject);
    const { done, erased, back, names } = words.consentPage;
    if (occasion.of === 'consultation' && consent.purpose === 'privacy') {
      return show(context, words, { title: erased, paragraphs: [], isDone: true });
    }
    const link = { label: back, url: listUrl(context) };
    return show(context, words, { title: done, paragraphs: [names[consent.purpose]], isDone: true, link });
  };

  pages.get('/messages/consents', async (context) => {
    const found = await subjectOf(database, context);
    if (!found) return wrong(context);
    const { subject, occasions } = found;
    if (context.req.query('of') === undefined || isGone(subject)) return showList(context, subject, occasions);
    const chosen = chosenOf(context, occasions);
    if (!chosen) return wrong(context);
    const { purpose, withdrawn } = chosen.consent;
    if (withdrawn) return showWithdrawn(context, subject, chosen);
    const { words } = wordsOf(context, subject);
    const { question, names, effects, reach, button, keep } = words.consentPage;
    return show(context, words, {
      title: question,
      paragraphs: [],
      content: html`<p><strong>${names[purpose]}</strong></p>
        <p>${effects[purpose]}</p>
        ${isSent(purpose) ? html`<p>${reach[reachedOf(subject)]}</p>` : ''}`,
      button,
      link: { label: keep, url: listUrl(context) },
    });
  });

  pages.post('/messages/consents', limit, async (context) => {
    const outcome = await database.transaction(async (transaction) => {
      const found = await subjectOf(transaction, context);
      const chosen = found && !isGone(found.subject) ? chosenOf(context, found.occasions) : undefined;
      if (!found || !chosen) return { ...found, chosen, files: [] };
      const { of, id } = chosen.occasion;
      const withdrawal = { of, id, purpose: chosen.consent.purpose, by: reachedOf(found.subject) };
      const opened = await book.open(transaction);
      const files = await withdrawConsent(transaction, { cipher, opened }, withdrawal, now());
      return { ...found, chosen, files: files ?? [] };
    });
    await photos?.remove(outcome.files);
    const { subject, chosen } = outcome;
    if (!subject) return wrong(context);
    if (isGone(subject)) return showList(context, subject, []);
    if (!chosen) return wrong(context);
    if (!chosen.consent.withdrawn) log('info', 'consents.withdrawn', { kind: chosen.consent.purpose });
    return showWithdrawn(context, subject, chosen);
  });
}

/** The consent that an address names, as far as it is one of theirs and can be withdrawn. */
function chosenOf(context: Context, occasions: readonly ConsentOccasion[]): Chosen | undefined {
  const [of, id] = (context.req.query('of') ?? '').split('.');
  const { data: purpose } = ConsentPurpose.safeParse(context.req.query('consent'));
  const occasion = occasions.find((one) => one.of === of && one.id === id);
  const consent = occasion?.consents.find((one) => one.purpose === purpose && one.isWithdrawable);
  return occasion && consent && { occasion, consent };
}

interface ListWords {
  readonly words: MessageWords;
  readonly dates: string;
  readonly clinic: Clinic;
  /** Of the list. */
  readonly url: string;
}

const dayOf = ({ dates, clinic }: ListWords, ms: number): string =>
  momentWords(dates, wallTime(clinic.timeZone, ms).date, undefined, 'long');

/** Without the wording that was sent along: anybody can sign up anybody, in words of their own. */
function remindersPart({ consents, stoppedMs }: AgreedReminders, list: ListWords, stopUrl: string): Markup {
  const { consentPage: said, stopLink } = list.words;
  const given = new Set(
    consents.map(({ at, version }) => said.given(dayOf(list, Date.parse(at)), versionShown(version, list.clinic))),
  );
  return html`<section>
    <h2>${said.reminders}</h2>
    ${[...given].map((text) => html`<p class="quiet">${text}</p>`)}
    ${
      stoppedMs === null
        ? html`<p><a class="button" href="${stopUrl}">${stopLink}</a></p>`
        : html`<p class="quiet">${said.withdrawn.person(dayOf(list, stoppedMs))}</p>`
    }
  </section>`;
}

function occasionPart({ of, id, receivedMs, consents }: ConsentOccasion, list: ListWords): Markup {
  const { words, clinic, url } = list;
  const { consentPage: said } = words;
  const day = (ms: number) => dayOf(list, ms);
  const end = ({ purpose, withdrawn, isWithdrawable }: PersonConsent): Markup => {
    if (withdrawn) return html`<p class="quiet">${said.withdrawn[withdrawn.by](day(Date.parse(withdrawn.at)))}</p>`;
    if (!isWithdrawable) return html`<p class="quiet">${said.needed}</p>`;
    const label = `${said.withdraw}: ${said.names[purpose]}`;
    return html`<p>
      <a class="button" href="${url}&amp;of=${of}.${id}&amp;consent=${purpose}" aria-label="${label}"
        >${said.withdraw}</a
      >
    </p>`;
  };
  return html`<section>
    <h2>${said.of[of](day(receivedMs))}</h2>
    <ul>
      ${consents.map((one) => {
        const wording = wordingOf(of, one, clinic);
        return html`<li>
          <h3>${said.names[one.purpose]}</h3>
          ${wording === undefined ? '' : html`<blockquote dir="auto">${wording}</blockquote>`}
          <p class="quiet">${said.given(day(Date.parse(one.at)), versionShown(one.version, clinic))}</p>
          ${end(one)}
        </li>`;
      })}
    </ul>
  </section>`;
}
