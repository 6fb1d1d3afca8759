import type { PractitionerSchedule } from './schedule.js';
import type { Id } from './text.js';

/** Part of a day in wall-clock minutes since midnight. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** By location (undefined: nowhere) and weekday − 1: when a practitioner receives clients, breaks taken out. */
export type OpeningWeek = ReadonlyMap<Id | undefined, readonly (readonly Stretch[])[]>;

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The ordinary week of one practitioner. Hours that overlap or touch run on into each other. */
export function openingWeek(schedules: readonly PractitionerSchedule[]): OpeningWeek {
  const week = new Map<Id | undefined, Stretch[][]>();
  for (const { hours } of schedules) {
    for (const { weekday: day, from, to, location } of hours) {
      let days = week.get(location);
      if (!days) week.set(location, (days = Array.from({ length: 7 }, () => [])));
      days[day - 1]?.push({ from: minuteOf(from), to: minuteOf(to) });
    }
  }
  const breaks = schedules.flatMap((schedule) => schedule.breaks ?? []);
  for (const days of week.values()) {
    days.forEach((stretches, index) => {
      let open = joined(stretches);
      for (const pause of breaks) {
        if (pause.weekday === index + 1) open = without(open, { from: minuteOf(pause.from), to: minuteOf(pause.to) });
      }
      days[index] = open;
    });
  }
  return week;
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && stretch.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    } else result.push(stretch);
  }
  return result;
}

function without(stretches: readonly Stretch[], { from, to }: Stretch): Stretch[] {
  return stretches.flatMap((stretch) =>
    to <= stretch.from || from >= stretch.to
      ? [stretch]
      : [
          { from: stretch.from, to: Math.min(from, stretch.to) },
          { from: Math.max(to, stretch.from), to: stretch.to },
        ].filter((rest) => rest.from < rest.to),
  );
}
