import type { Slot } from '../domain/slot.js';
import { present } from './assert.js';

/** The dates that have slots, each once, in order. */
export function daysOf(slots: readonly Slot[]): string[] {
  return [...new Set(slots.map((slot) => slot.localDate))];
}

/** The first slot of each day: times that are sure not to touch each other. */
export function dailyOf(slots: readonly Slot[]): Slot[] {
  return daysOf(slots).map((day) => at(slots, (slot) => slot.localDate === day));
}

/** Start and location as a key: what makes a time for anyone one time. */
export function timeAndPlace(slot: Slot): string {
  return `${new Date(slot.start).toISOString()} ${slot.location ?? ''}`;
}

/** Do two slots share time? Buffers left aside. */
export function overlap(one: Slot, other: Slot): boolean {
  return Date.parse(one.start) < Date.parse(other.end) && Date.parse(other.start) < Date.parse(one.end);
}

/** The slot at an index, or the first that fits. @throws Error when there is none */
export function at<Item = Slot>(items: readonly Item[], where: number | ((item: Item) => boolean)): Item {
  const item = typeof where === 'number' ? items[where] : items.find(where);
  return present(item, 'the suite needs a clinic with more free times than this one has');
}

/** The slots from the second day on that has any. */
export function afterFirstDay(slots: readonly Slot[]): Slot[] {
  const [first = ''] = daysOf(slots).sort();
  return slots.filter((slot) => slot.localDate > first);
}
