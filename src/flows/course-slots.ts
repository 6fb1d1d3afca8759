import { isLate, type SlotStart } from '../domain/consultation/service-limits.js';
import { MAX_QUERY_DAYS } from '../domain/slot-limits.js';
import type { Slot } from '../domain/slot.js';
import { addDays } from '../domain/time/plain-date.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { SlotChoice, SlotSource } from './slot-calendar.js';

/** The clinic dates on which a session may be. */
export interface SessionWindow {
  readonly service: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * The times on offer within each window; those of one service are asked for once. `undefined` stands for a session whose
 * times are not wanted, and times that are not late enough by `start` are left out.
 * @throws SmpError when times can't be listed
 */
export async function windowSlots(
  source: SlotSource,
  windows: readonly (SessionWindow | undefined)[],
  wish: Omit<SlotChoice, 'service'>,
  start: SlotStart = {},
): Promise<readonly (readonly Slot[])[]> {
  const ranges = new Map<string, SessionWindow>();
  for (const span of windows) {
    if (!span) continue;
    const { service, from, to } = span;
    const range = ranges.get(service);
    ranges.set(service, {
      service,
      from: range && range.from < from ? range.from : from,
      to: range && range.to > to ? range.to : to,
    });
  }
  const lists = await Promise.all(
    [...ranges].map(async ([service, range]) => [service, await listAll(source, range, wish, start)] as const),
  );
  const byService = new Map(lists);
  return windows.map((span) =>
    span
      ? (byService.get(span.service) ?? []).filter(({ localDate }) => localDate >= span.from && localDate <= span.to)
      : [],
  );
}

async function listAll(
  source: SlotSource,
  { service, from, to }: SessionWindow,
  wish: Omit<SlotChoice, 'service'>,
  begin: SlotStart,
): Promise<readonly Slot[]> {
  const slots: Slot[] = [];
  for (let start = from; start <= to; start = addDays(start, MAX_QUERY_DAYS)) {
    const most = addDays(start, MAX_QUERY_DAYS - 1);
    const page = await source.listSlots({ service, ...wish, from: start, to: most < to ? most : to });
    slots.push(...page.slots.filter((slot) => isLate(begin, slot, page.asOf)));
    if (page.nextAvailable === null) break;
  }
  return slots;
}
