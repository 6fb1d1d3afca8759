import { SmpError } from '../errors.js';
import { contactHint } from './contact-hint.js';
import { TouchUpChannel } from './touch-up-request.js';
import type { TouchUpConsent, TouchUpPlan, TouchUpRequest, TouchUpUpdate } from './touch-up-request.js';

/** A wish to be reminded as a backend keeps it. */
export interface KeptTouchUps extends Omit<TouchUpRequest, 'consents'> {
  /** Every consent that was given, the newest last: what is sent must be shown to have been agreed to. */
  readonly consents: readonly TouchUpConsent[];
  /** Rises with each change. */
  readonly version: number;
  readonly stopped: boolean;
}

/** Most consents of one wish that are kept; the oldest go first. */
const MOST_CONSENTS = 24;

/** Who it is that wants to be reminded: one wish is kept for each. By email address, or by number where there is none. */
export function touchUpKey({ email, phone = '' }: TouchUpRequest['contact']): string {
  return email === undefined ? `tel:${phone.replace(/\D/g, '')}` : `mailto:${email.trim().toLowerCase()}`;
}

/** What a request becomes when nothing is known of its sender. */
export function newTouchUps(request: TouchUpRequest): KeptTouchUps {
  return { ...request, version: 1, stopped: false };
}

/**
 * What becomes of a kept wish when its owner signs up again: what they asked for last counts, also after a stop. The
 * same once more changes nothing.
 */
export function renewTouchUps(kept: KeptTouchUps, request: TouchUpRequest): KeptTouchUps {
  const essence = ({ lastSession, contact, channels, dates, locale }: Omit<TouchUpRequest, 'consents'>) =>
    JSON.stringify([
      lastSession,
      contact.name,
      contact.email,
      contact.phone,
      [...channels].sort(),
      dates.check,
      dates.review,
      dates.refresh,
      locale,
    ]);
  if (!kept.stopped && essence(kept) === essence(request)) return kept;
  return {
    ...request,
    consents: joined(kept.consents, request.consents),
    version: kept.version + 1,
    stopped: false,
  };
}

/**
 * Applies a change.
 * @throws `version-conflict`, `not-found` with issue `gone` (stopped), `validation` (nothing to change; dates before the
 * last session; a new channel without its consent, or without an address)
 */
export function changeTouchUps(kept: KeptTouchUps, update: Omit<TouchUpUpdate, 'token'>): KeptTouchUps {
  const { version, dates = kept.dates, channels = kept.channels, consents = [] } = update;
  if (version !== kept.version) throw new SmpError('version-conflict', 'The plan was changed in the meantime');
  if (kept.stopped) {
    throw new SmpError('not-found', 'The reminders were stopped', { issues: [{ pointer: '', code: 'gone' }] });
  }
  if (!update.dates && !update.channels) throw invalid('', 'required');
  if (dates.check <= kept.lastSession) throw invalid('/dates/check', 'too-early');
  for (const [index, channel] of channels.entries()) {
    if (kept.channels.includes(channel)) continue;
    if (addressOf(kept, channel) === undefined) throw invalid(`/channels/${index}`, 'no-address');
    if (!consents.some(({ purpose, granted }) => granted && purpose === `touch-up-${channel}`)) {
      throw invalid('/consents', 'required');
    }
  }
  return { ...kept, dates, channels, consents: joined(kept.consents, consents), version: kept.version + 1 };
}

/** What its token shows. */
export function touchUpPlanOf(kept: KeptTouchUps): TouchUpPlan {
  const { dates, channels, version, stopped, contact } = kept;
  const reachable = TouchUpChannel.options.filter((channel) => addressOf(kept, channel) !== undefined);
  return { dates, channels: stopped ? [] : channels, reachable, version, stopped, contactHint: contactHint(contact) };
}

const addressOf = ({ contact }: KeptTouchUps, channel: TouchUpChannel): string | undefined =>
  channel === 'email' ? contact.email : contact.phone;

const joined = (kept: readonly TouchUpConsent[], more: readonly TouchUpConsent[]): TouchUpConsent[] =>
  [...kept, ...more].slice(-MOST_CONSENTS);

function invalid(pointer: string, code: string): SmpError {
  return new SmpError('validation', `Bad value at ${pointer || 'the request'}`, { issues: [{ pointer, code }] });
}
