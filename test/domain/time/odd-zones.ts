import { Temporal } from 'temporal-polyfill';

/** Zones where clocks have odd offsets, change at odd times or by odd amounts, or stopped changing. */
export const ODD_ZONES = [
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'America/Nuuk',
  'America/Sao_Paulo',
  'America/Asuncion',
  'America/Vancouver',
  'America/Edmonton',
  'America/Winnipeg',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Asia/Almaty',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Atlantic/Azores',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Etc/GMT+12',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'UTC',
] as const;

/** Every moment from 2024 to 2030 at which the zone's clocks change. */
export function transitionsOf(zone: string): number[] {
  const transitions: number[] = [];
  let at = Temporal.ZonedDateTime.from(`2024-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  while (at && at.year <= 2030) {
    transitions.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition('next');
  }
  return transitions;
}
