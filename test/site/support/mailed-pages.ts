import { randomUUID } from 'node:crypto';
import type { Database } from '../../../demo/backend/database.js';
import { healthCipher } from '../../../demo/backend/health-cipher.js';
import { signer } from '../../../demo/backend/manage-token.js';
import { messageToken, type MessageGrant } from '../../../demo/backend/message-token.js';
import { postgresAdapter } from '../../../demo/backend/postgres-adapter.js';
import { offerFreeTimes } from '../../../demo/backend/waitlist-offer.js';
import { bookVisits, cancelVisit } from '../../support/booked-visits.js';
import { consultationDraft } from '../../support/consultation-drafts.js';

/** Signs the links of these pages; the server has to be given it as `MANAGE_TOKEN_KEY` before it starts. */
export const LINK_KEY = 'signs the links of the pages that are looked at';

const OFFER_MS = 43_200_000;
const secret = signer(Buffer.from(LINK_KEY, 'utf8'));
const soon = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A page, and what is posted to it before it is looked at. */
export interface MailedPage {
  readonly path: string;
  readonly isPosted?: boolean;
  /** Whose contact is written into its field, before what erases is pressed. */
  readonly erases?: string;
  /** There is something to press. */
  readonly asks?: boolean;
}

/** All that a link in a mail may lead to, in one language. */
export async function mailedPages(database: Database, locale: string): Promise<Record<string, MailedPage>> {
  const link = (grant: MessageGrant) => `/messages/${grant.purpose}?m=${messageToken(secret, grant)}`;
  const person = `${locale}-${randomUUID().slice(0, 8)}`;
  const email = `${person}@example.com`;
  const [coming = '', told = '', moved = ''] = await bookVisits(
    database,
    ['10:00', '12:00', '14:00'].map((time) => ({
      ...{ date: soon(2), time, locale, email, name: 'Test Visitor' },
      ...{ texts: true, phone: '020 7946 0999' },
    })),
    Date.now(),
  );
  await cancelVisit(database, moved, Date.now());
  const consents = (ref: string) => link({ purpose: 'consents', about: 'booking', ref });
  const texts = (ref: string) => `${consents(ref)}&of=booking.${ref}&consent=appointment-sms`;
  const attend = (ref: string) => link({ purpose: 'attend', about: 'booking', ref, version: 1 });

  const adapter = postgresAdapter(database, { signer: secret, holdSeconds: OFFER_MS / 1000 });
  const wait = async (name: string) => {
    await adapter.joinWaitlist?.(
      { service: 'consultation', contact: { name: 'Test Visitor', email: `${name}-${email}` }, consents: [], locale },
      { operationId: randomUUID() },
    );
    const [row] = await database.query<{ id: string }>('select id::text as id from waitlist where email_key = $1', [
      `${name}-${email}`,
    ]);
    return row?.id ?? '';
  };
  const offer = async (name: string) => {
    const waiting = await wait(name);
    await offerFreeTimes({
      database,
      adapter,
      timeZone: 'Europe/London',
      quiet: undefined,
      now: Date.now(),
      offerMs: OFFER_MS,
    });
    const [row] = await database.query<{ id: string; hold: string }>(
      'select id::text as id, booking_id::text as hold from waitlist_offer where waitlist_id = $1',
      [waiting],
    );
    return { hold: row?.hold, path: link({ purpose: 'offer', about: 'offer', ref: row?.id ?? '' }) };
  };
  const open = await offer('open');
  const taken = await offer('taken');
  const gone = await offer('gone');
  await database.query(`update booking set status = 'released', hold_expires_at = null where id = $1`, [gone.hold]);
  const leaving = link({ purpose: 'stop', about: 'waitlist', ref: await wait('leaving') });
  const left = link({ purpose: 'stop', about: 'waitlist', ref: randomUUID() });
  return {
    'is the client coming': { path: attend(coming), asks: true },
    'the client is coming': { path: attend(told), isPosted: true },
    'the appointment has changed': { path: attend(moved) },
    'stop reminders': { path: link({ purpose: 'stop', about: 'booking', ref: coming }), asks: true },
    'reminders are stopped': { path: link({ purpose: 'stop', about: 'booking', ref: told }), isPosted: true },
    'leave the list': { path: leaving, asks: true },
    'the list is left': { path: leaving, isPosted: true },
    'the list was left before': { path: left },
    'a time is kept': { path: open.path, asks: true },
    'the time is taken': { path: taken.path, isPosted: true },
    'the time is gone': { path: gone.path, asks: true },
    'what was agreed to': { path: consents(coming), asks: true },
    'withdraw a consent': { path: texts(coming), asks: true },
    'a consent is withdrawn': { path: texts(told), isPosted: true },
    'no link': { path: '/messages/offer?m=none' },
  };
}

/** The pages of the clinic's desk, with something on each. @param healthKey what the server seals with */
export async function deskPages(database: Database, healthKey: Buffer): Promise<Record<string, MailedPage>> {
  const cipher = healthCipher(healthKey);
  const adapter = postgresAdapter(database, { signer: secret, cipher });
  const answers = { healthMedicines: ['bloodThinners'] };
  const draft = consultationDraft({ name: 'Robin Sample', email: 'robin@example.com', answers });
  const consultation = await adapter.submitConsultation?.(draft, { operationId: randomUUID() });
  const book = async (service: string, name: string) => {
    const { slots } = await adapter.listSlots({ service, from: soon(9) });
    const { bookingId } = await adapter.createBooking(
      {
        service,
        slotId: slots[0]?.id ?? '',
        contact: { name, email: 'robin@example.com' },
        consents: [],
        ...(consultation && service === 'consultation' && { consultation }),
      },
      { operationId: randomUUID() },
    );
    return bookingId;
  };
  const booked = await book('consultation', 'Robin Sample');
  const long = await book('treatment', `Alexandria ${'Longname'.repeat(12)}`);
  await database.query(
    `insert into message (id, kind, ref, version, channel, time_zone, due_at, try_at, created_at, state, reason, done_at,
       attempts)
     values ($1::uuid, 'booking.remind', $2::uuid, 1, 'mail', 'Europe/London', now(), now(), now(), 'dead', 'smtp-550', now(), 3)`,
    [randomUUID(), booked],
  );
  const renew = `/clinic/bookings/${booked}/renew-links`;
  return {
    'what has come in': { path: '/clinic/' },
    'just declined': { path: '/clinic/?decided=decline' },
    'a consultation': { path: `/clinic/consultations/${consultation?.consultationId ?? ''}` },
    'a booking of a long name': { path: `/clinic/bookings/${long}` },
    messages: { path: '/clinic/outbox/' },
    'a new link': { path: renew },
    'erase a person': { path: '/clinic/', erases: 'robin@example.com' },
    'nobody to erase': { path: '/clinic/', erases: 'nobody@example.com' },
  };
}
