import type { Id } from './text.js';

const MINUTE = 60_000;
const ANYONE = '*';

/** What a slot's id says. */
export interface SlotKey {
  readonly service: Id;
  /** Absent: whoever is free. */
  readonly practitioner?: Id;
  /** Absent: video or phone. */
  readonly location?: Id;
  /** Start in milliseconds since 1970, a whole minute. */
  readonly start: number;
}

const escape = (id: Id): string => id.replace(/[%~*]/g, (sign) => '%' + sign.charCodeAt(0).toString(16).toUpperCase());

/**
 * The id of a slot. The same slot has the same id always, so that any listed slot can be held
 * without a list being kept of what was shown.
 * @throws RangeError when the ids in it are so long that an id of 128 characters can't hold them
 */
export function slotId({ service, practitioner, location, start }: SlotKey): Id {
  const id = [
    escape(service),
    practitioner === undefined ? ANYONE : escape(practitioner),
    location === undefined ? '' : escape(location),
    (start / MINUTE).toString(36),
  ].join('~');
  if (id.length > 128) throw new RangeError('Ids of service, practitioner and location are too long for a slot id');
  return id;
}

/** Reads a slot's id. Undefined when this text is not one, or not written the way {@link slotId} writes it. */
export function parseSlotId(id: string): SlotKey | undefined {
  const parts = id.split('~');
  const [service = '', practitioner = '', location = '', minutes = ''] = parts;
  if (parts.length !== 4 || !service || !practitioner || id.length > 128 || !/^-?[0-9a-z]{1,8}$/.test(minutes)) {
    return undefined;
  }
  try {
    const key: SlotKey = {
      service: decodeURIComponent(service),
      ...(practitioner !== ANYONE && { practitioner: decodeURIComponent(practitioner) }),
      ...(location && { location: decodeURIComponent(location) }),
      start: parseInt(minutes, 36) * MINUTE,
    };
    return slotId(key) === id ? key : undefined;
  } catch {
    return undefined;
  }
}
