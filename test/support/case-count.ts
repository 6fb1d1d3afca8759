/**
 * How many of so many random cases a test tries in this run: all at home, a quarter where the machine has another time zone.
 * That the zone must not matter shows in few.
 */
export const caseCount = (all: number): number => ((process.env['TZ'] ?? 'UTC') === 'UTC' ? all : all / 4);
