import { readFileSync } from 'node:fs';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { ConsentPurpose, PhotoAngle, SmpError, type Clinic } from 'smp-widgets/server';
import { ClinicBook, type Opened } from './clinic-book.js';
import { ClinicAccess, isOwnPage } from './clinic-access.js';
import { withdrawConsent } from './consent-withdrawal.js';
import { noteDeposit } from './course-deposit.js';
import { isUuid, readConsultation, withdrawConsultations } from './consultation-record.js';
import { openView } from './consultation-view.js';
import { readDeskBooking } from './desk-booking.js';
import { bookingPage } from './desk-booking.page.js';
import { consultationPage } from './desk-consultation.page.js';
import { decideRequest, type Decision } from './desk-decision.js';
import { confirmErasePage, erasedPage } from './desk-erase.page.js';
import { manageLink, readLinkSubject, renewLinks } from './desk-links.js';
import { handOverPage, renewLinksPage } from './desk-links.page.js';
import { findReference } from './desk-find.js';
import { readDeskList } from './desk-list.js';
import { readDeskOutbox, retryMessage } from './desk-outbox.js';
import { keptMessagePage, outboxPage } from './desk-outbox.page.js';
import { listPage, type BookingWords } from './desk-list.page.js';
import { readDeskWaiting } from './desk-waiting.js';
import { waitingPage } from './desk-waiting.page.js';
import { DESK_HEADERS, deskPage, type Markup } from './desk-page.js';
import type { Database } from './database.js';
import type { OutboxFolder } from './folder-transport.js';
import { SealBroken, type HealthCipher } from './health-cipher.js';
import { describeError, type Log } from './log.js';
import type { Signer } from './manage-token.js';
import { erasePerson, exportPerson } from './person-record.js';
import { photoPlaceOf, readPhoto } from './photo-record.js';
import type { PhotoStore } from './photo-store.js';
import { TokenBuckets, type RateLimit } from './rate-limit.js';
import { dismissFromWaitlist, removeFromWaitlist } from './waitlist.js';
import type { OfferNow } from './waitlist-offer.js';

/** Options of {@link clinicDesk}. */
export interface ClinicDeskOptions {
  readonly database: Database;
  readonly cipher: HealthCipher;
  /** Signs the links that the clinic hands over. */
  readonly signer: Signer;
  /** Where the clinic's pages are, without a slash at the end. Default: where the desk is. */
  readonly siteUrl?: string | undefined;
  readonly photos?: PhotoStore | undefined;
  /** Where messages lie when there is no mail server. */
  readonly outbox?: OutboxFolder | undefined;
  /** Offers a time to somebody from the waiting list, by the entry's id. Default: no messages are sent, so none is. */
  readonly offer?: ((id: string) => Promise<OfferNow>) | undefined;
  /** Text messages are only noted in the log. Default false. */
  readonly textsReachNobody?: boolean | undefined;
  /** At least 12 characters. */
  readonly password: string;
  readonly log: Log;
  /** Requests of one address. Default: no limit. */
  readonly rateLimit?: RateLimit | undefined;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: (() => number) | undefined;
}

const STYLES = readFileSync(new URL('./desk.css', import.meta.url), 'utf8');
const EXTENSIONS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };
/** More than any form here has. */
const FORM_BYTES = 4096;

const NOTICES: Readonly<Record<string, string>> = {
  'found=nothing': 'Nothing has this reference.',
  'erased=consultation': 'The consultation and its photos have been erased.',
  'decided=confirm': 'Confirmed. The client is told in a moment.',
  'decided=decline': 'Declined. The client is told in a moment, and the time is free again.',
  'decided=before': 'That was decided before.',
  'decided=changed': 'Nothing was decided: the client has changed it since you looked. Please look again.',
  'deposit=received': 'Noted. Neither mails nor the client’s page ask for the deposit any more.',
  'deposit=open': 'Noted as not received. The client’s page asks for it while it is due.',
  'links=renewed': 'The earlier links no longer work. The client is sent a new one in a moment.',
};
/** The same of the waiting list. */
const WAITING_NOTICES: Readonly<Record<string, string>> = {
  'offer=made': 'A time is kept for them. They are told in a moment.',
  'offer=already': 'A time is kept for them already, and nothing more was sent.',
  'offer=none': 'There is no free time that fits, or none they have not been offered before. Nothing was sent.',
  'offer=quiet': 'Nobody is written to at this hour, so no time was kept. Offer one in the morning.',
  'removed=told': 'Taken off the list. They are told in a moment, or in the morning.',
  'removed=silently': 'Taken off the list. Nothing is sent.',
};
const RETRIED = 'The message is tried again in a moment.';

interface Env {
  Variables: { record?: string };
}

/** Tells who asks from where. */
type AddressOf = (context: Context) => string;

/** The clinic's own view of what has come in, for `/clinic/`. */
export function clinicDesk(options: ClinicDeskOptions, addressOf: AddressOf): Hono<Env> {
  const { database, cipher, photos, log, now = Date.now } = options;
  const access = new ClinicAccess(options.password);
  const requests = options.rateLimit && new TokenBuckets(options.rateLimit);
  const book = new ClinicBook();
  const desk = new Hono<Env>();

  const clinicOf = async (): Promise<Clinic> => (await book.open(database)).clinic;
  const page = async (context: Context, title: string, content: Markup, status: 200 | 404 | 500 = 200) =>
    context.html(deskPage(title, (await clinicOf()).name, context.req.path, content), status);
  const found = (context: Context<Env>): string => {
    const id = context.req.param('id') ?? '';
    if (!isUuid(id)) throw new SmpError('not-found', 'No such consultation');
    context.set('record', id);
    return id;
  };

  desk.use(async (context, next) => {
    const start = performance.now();
    const address = addressOf(context);
    const wait = requests?.take(address);
    const turned =
      wait === undefined
        ? access.turnAway(context.req.raw, address)
        : ({ status: 429, headers: { 'Retry-After': String(Math.ceil(wait / 1000)) } } as const);
    let route = '-';
    if (turned) context.res = new Response('Not for you', turned);
    else if (context.req.method !== 'GET' && context.req.method !== 'HEAD' && !isOwnPage(context.req.raw)) {
      context.res = new Response('This has to come from a page of the desk', { status: 403 });
    } else {
      await next();
      route = `${context.req.method} ${routePath(context, -1)}`;
    }
    for (const [name, value] of Object.entries(DESK_HEADERS)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
    const record = context.get('record');
    log('info', 'clinic.request', {
      who: turned ? 'nobody' : 'clinic',
      route,
      status: context.res.status,
      ...(record !== undefined && { record }),
      durationMs: Math.round(performance.now() - start),
    });
  });

  desk.get('/clinic/desk.css', (context) => context.body(STYLES, 200, { 'Content-Type': 'text/css; charset=utf-8' }));

  desk.get('/clinic/', async (context) => {
    const before = Number(context.req.query('before') ?? Number.NaN);
    const list = await readDeskList(database, cipher, Number.isFinite(before) ? before : undefined);
    if (wantsJson(context)) return context.json(list);
    const words = wordsOf(await book.open(database));
    const content = listPage({ list, notice: NOTICES[new URL(context.req.url).search.slice(1)], ...words });
    return page(context, 'What has come in', content);
  });

  desk.get('/clinic/find', async (context) => {
    const record = await findReference(database, context.req.query('reference') ?? '');
    if (!record && !wantsJson(context)) return context.redirect('/clinic/?found=nothing', 303);
    if (!record) throw new SmpError('not-found', 'Nothing has this reference');
    context.set('record', record.id);
    return context.redirect(`/clinic/${record.kind}s/${record.id}`, 303);
  });

  desk.get('/clinic/consultations/:id', async (context) => {
    const id = found(context);
    const opened = await book.open(database);
    const view = await openView(database, cipher, opened, id);
    if (!view) throw new SmpError('not-found', 'No such consultation');
    if (wantsJson(context)) return context.json(view);
    return page(
      context,
      `Consultation ${view.reference}`,
      consultationPage(view, opened.clinic.timeZone, opened.offer.shades),
    );
  });

  desk.post('/clinic/consultations/:id/erase', async (context) => {
    const id = found(context);
    const files = await database.transaction(async (transaction) => {
      const row = await readConsultation(transaction, id, 'update');
      if (!row) throw new SmpError('not-found', 'No such consultation');
      return withdrawConsultations(transaction, [id]);
    });
    await photos?.remove(files);
    return wantsJson(context)
      ? context.json({ erased: true, photos: files.length })
      : context.redirect('/clinic/?erased=consultation', 303);
  });

  desk.post('/clinic/consultations/:id/consents/:purpose/withdraw', async (context) => {
    const id = found(context);
    const { data: purpose } = ConsentPurpose.safeParse(context.req.param('purpose'));
    // The whole consultation has a button of its own.
    if (!purpose || purpose === 'privacy') throw new SmpError('not-found', 'No such consent');
    const files = await database.transaction(async (transaction) => {
      const opened = await book.open(transaction);
      const withdrawal = { of: 'consultation', id, purpose, by: 'clinic' } as const;
      return withdrawConsent(transaction, { cipher, opened }, withdrawal, now());
    });
    if (!files) throw new SmpError('not-found', 'No such consultation');
    await photos?.remove(files);
    return wantsJson(context)
      ? context.json({ withdrawn: purpose, photos: files.length })
      : context.redirect(`/clinic/consultations/${id}`, 303);
  });

  desk.get('/clinic/bookings/:id', async (context) => {
    const booking = await readDeskBooking(database, found(context));
    if (!booking) throw new SmpError('not-found', 'No such booking');
    if (wantsJson(context)) return context.json(booking);
    const opened = await book.open(database);
    const words = { ...wordsOf(opened), locationName: nameIn(opened.clinic.locations) };
    return page(context, `Booking ${booking.reference}`, bookingPage(booking, words));
  });

  const decide = (decision: Decision) => async (context: Context<Env>) => {
    const id = found(context);
    const { version } = await context.req.parseBody();
    const decided = await decideRequest(database, id, { decision, version: Number(version) }, now());
    const isDone = typeof decided === 'object';
    if (!wantsJson(context)) return context.redirect(`/clinic/?decided=${isDone ? decision : decided}`, 303);
    return context.json({ decided: isDone ? decided.count : 0 }, decided === 'changed' ? 409 : 200);
  };
  desk.post('/clinic/bookings/:id/confirm', bodyLimit({ maxSize: FORM_BYTES }), decide('confirm'));
  desk.post('/clinic/bookings/:id/decline', bodyLimit({ maxSize: FORM_BYTES }), decide('decline'));

  desk.get('/clinic/bookings/:id/renew-links', async (context) => {
    const id = found(context);
    const subject = await readLinkSubject(database, id);
    if (!subject) throw new SmpError('not-found', 'No such booking');
    return page(context, 'A new link', renewLinksPage(id, subject));
  });
  desk.post('/clinic/bookings/:id/renew-links', bodyLimit({ maxSize: FORM_BYTES }), async (context) => {
    const id = found(context);
    const { delivery } = await context.req.parseBody();
    const isShown = delivery === 'show';
    const count = await renewLinks(database, id, now(), isShown ? 'show' : 'mail');
    const subject = await readLinkSubject(database, id);
    if (count === 0 || !subject) throw new SmpError('not-found', 'No such booking');
    if (!isShown) {
      return wantsJson(context) ? context.json({ renewed: count }) : context.redirect('/clinic/?links=renewed', 303);
    }
    const { siteUrl = new URL(context.req.url).origin } = options;
    const link = manageLink(subject.visits, options.signer, siteUrl);
    return wantsJson(context)
      ? context.json({ renewed: count, link })
      : page(context, 'The new link', handOverPage(link, subject));
  });

  const note = (received: boolean) => async (context: Context<Env>) => {
    if (!(await noteDeposit(database, found(context), received, now()))) throw new SmpError('not-found', 'No deposit');
    return wantsJson(context)
      ? context.json({ received })
      : context.redirect(`/clinic/?deposit=${received ? 'received' : 'open'}`, 303);
  };
  desk.post('/clinic/courses/:id/deposit-received', note(true));
  desk.post('/clinic/courses/:id/deposit-open', note(false));

  desk.get('/clinic/consultations/:id/photos/:angle', async (context) => {
    const id = found(context);
    const { data: angle } = PhotoAngle.safeParse(context.req.param('angle'));
    const row = angle && (await readPhoto(database, id, angle));
    const sealed = row && (await photos?.read(row.storage_name));
    if (!row || !sealed) throw new SmpError('not-found', 'No such photo');
    return context.body(Uint8Array.from(cipher.open(sealed, photoPlaceOf(id, row.angle))), 200, {
      'Content-Type': row.media_type,
      // Followed, it is saved and never opened as a page; within a page it is shown all the same.
      'Content-Disposition': `attachment; filename="${row.angle}.${EXTENSIONS[row.media_type]}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  });

  desk.get('/clinic/waiting/', async (context) => {
    const { clinic } = await book.open(database);
    const list = await readDeskWaiting(database, clinic.timeZone, now());
    if (wantsJson(context)) return context.json(list);
    const content = waitingPage({
      list,
      timeZone: clinic.timeZone,
      notice: WAITING_NOTICES[new URL(context.req.url).search.slice(1)],
      serviceName: nameIn(clinic.services),
      practitionerName: nameIn(clinic.practitioners),
      locationName: nameIn(clinic.locations),
      hasPractitioners: clinic.practitioners.length > 1,
      hasLocations: clinic.locations.length > 1,
      canSend: options.offer !== undefined,
    });
    return page(context, 'Waiting list', content);
  });
  desk.post('/clinic/waiting/:id/offer', async (context) => {
    const outcome = await options.offer?.(found(context));
    if (!outcome) throw new SmpError('not-found', 'Nothing is sent from here');
    return wantsJson(context)
      ? context.json({ offer: outcome })
      : context.redirect(`/clinic/waiting/?offer=${outcome}`, 303);
  });
  const takeOff = (how: 'told' | 'silently') => async (context: Context<Env>) => {
    const id = found(context);
    const isDone =
      how === 'told'
        ? options.offer !== undefined &&
          (await database.transaction((transaction) => dismissFromWaitlist(transaction, id, now())))
        : (await database.transaction((transaction) =>
            removeFromWaitlist(transaction, 'id = $1 and removed_at is null', [id]),
          )) > 0;
    if (!isDone) throw new SmpError('not-found', 'Nobody like that waits');
    return wantsJson(context)
      ? context.json({ removed: how })
      : context.redirect(`/clinic/waiting/?removed=${how}`, 303);
  };
  desk.post('/clinic/waiting/:id/dismiss', takeOff('told'));
  desk.post('/clinic/waiting/:id/remove', takeOff('silently'));

  desk.get('/clinic/outbox/', async (context) => {
    const outbox = await readDeskOutbox(database);
    if (wantsJson(context)) return context.json(outbox);
    const { timeZone } = await clinicOf();
    const kept = await options.outbox?.keys();
    const { textsReachNobody } = options;
    const notice = context.req.query('retried') === undefined ? undefined : RETRIED;
    return page(context, 'Messages', outboxPage({ outbox, timeZone, kept, textsReachNobody, notice }));
  });

  desk.get('/clinic/outbox/:id', async (context) => {
    const message = await options.outbox?.read(found(context));
    if (!message) throw new SmpError('not-found', 'No such message');
    return page(context, 'A message', keptMessagePage(message));
  });

  desk.get('/clinic/outbox/:id/mail', async (context) => {
    const mail = await options.outbox?.readMail(found(context));
    if (!mail) throw new SmpError('not-found', 'No such message');
    return context.body(Uint8Array.from(mail), 200, {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': 'attachment; filename="message.eml"',
    });
  });

  desk.post('/clinic/outbox/:id/retry', async (context) => {
    if (!(await retryMessage(database, found(context), now()))) throw new SmpError('not-found', 'No such message');
    return wantsJson(context) ? context.json({ retried: true }) : context.redirect('/clinic/outbox/?retried=1', 303);
  });

  // In an address, who is asked for would end in logs and in the history of the browser.
  const contactIn = async (context: Context<Env>): Promise<string> => {
    const { contact } = await context.req.parseBody();
    return typeof contact === 'string' ? contact : '';
  };

  desk.post('/clinic/export', bodyLimit({ maxSize: FORM_BYTES }), async (context) => {
    const record = await exportPerson(database, cipher, await contactIn(context));
    context.header('Content-Disposition', 'attachment; filename="person.json"');
    return context.json(record);
  });

  desk.post('/clinic/erase/ask', bodyLimit({ maxSize: FORM_BYTES }), async (context) => {
    const record = await exportPerson(database, cipher, await contactIn(context));
    return page(context, 'Erase one person’s data', confirmErasePage(record));
  });

  desk.post('/clinic/erase', bodyLimit({ maxSize: FORM_BYTES }), async (context) => {
    const contact = await contactIn(context);
    if (contact.trim() === '') return context.text('Send the field “contact”', 422);
    const { consultations, bookings, waitingList, touchUps } = await exportPerson(database, cipher, contact);
    const contacts = [...consultations.map((one) => one.contact), ...bookings, ...waitingList, ...touchUps];
    const given = contacts.flatMap(({ email, phone }) => [email, phone]);
    const erasure = await erasePerson(database, photos, contact, now());
    await options.outbox?.forget([contact, ...given.filter((one) => typeof one === 'string')]);
    return wantsJson(context) ? context.json(erasure) : page(context, 'Erased', erasedPage(erasure));
  });

  desk.notFound((context) => context.text('Not found', 404));
  desk.onError(async (error, context) => {
    if (error instanceof SmpError && error.code === 'not-found') return context.text('Not found', 404);
    log('error', 'clinic.failed', { route: routePath(context, -1), ...describeError(error) });
    if (!(error instanceof SealBroken)) return context.text('Something went wrong', 500);
    return context.text('This can’t be opened with the health keys that this server has', 500);
  });
  return desk;
}

/** What the clinic calls what stands in a booking. */
const wordsOf = ({ clinic, offer }: Opened): BookingWords => ({
  timeZone: clinic.timeZone,
  serviceName: nameIn(clinic.services),
  practitionerName: nameIn(clinic.practitioners),
  palette: offer.shades,
});

/** What the clinic calls one of its own; what it no longer has is called by its id. */
const nameIn = (all: readonly { readonly id: string; readonly name: string }[]) => (id: string) =>
  all.find((one) => one.id === id)?.name ?? id;

/** Programs ask for JSON; browsers name what they like better. */
function wantsJson(context: Context): boolean {
  const accept = context.req.header('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}
