import fc from 'fast-check';
import type { Fault, MemoryMethod } from '../../../src/adapters/memory.js';
import { SmpError } from '../../../src/domain/errors.js';
import { addDays } from '../../../src/domain/time/plain-date.js';
import type { BookingStep, DetailField } from '../../../src/flows/booking-state.js';
import type { Visitor } from './visitor.js';

type Act = (visitor: Visitor) => void | Promise<void>;
type Command = fc.AsyncCommand<Visitor, Visitor>;

/** Something that happens, and how long the visitor then waits, in milliseconds. */
class Wish implements Command {
  readonly #name: string;
  readonly #steps: readonly BookingStep[] | undefined;
  readonly #act: Act;
  readonly #patience: number;

  constructor(name: string, steps: readonly BookingStep[] | undefined, act: Act, patience: number) {
    this.#name = name;
    this.#steps = steps;
    this.#act = act;
    this.#patience = patience;
  }

  check(visitor: Readonly<Visitor>): boolean {
    return this.#steps?.includes(visitor.state.step) ?? true;
  }

  async run(visitor: Visitor): Promise<void> {
    await this.#act(visitor);
    await visitor.town.clock.advance(this.#patience);
    visitor.check();
  }

  toString(): string {
    return `${this.#name}, ${this.#patience} ms`;
  }
}

const patience = fc.constantFrom(0, 0, 100, 1000, 5000, 20_000, 120_000);
const index = fc.nat({ max: 7 });

const wish = (name: string, steps: readonly BookingStep[] | undefined, act: Act): fc.Arbitrary<Command> =>
  patience.map((wait) => new Wish(name, steps, act, wait));

const wishOf = <T>(
  name: string,
  steps: readonly BookingStep[] | undefined,
  values: fc.Arbitrary<T>,
  act: (visitor: Visitor, value: T) => void | Promise<void>,
): fc.Arbitrary<Command> =>
  fc
    .tuple(values, patience)
    .map(([value, wait]) => new Wish(`${name} ${JSON.stringify(value)}`, steps, (one) => act(one, value), wait));

const at = <T>(items: readonly T[], place: number): T | undefined => items[place % Math.max(1, items.length)];
const listed = ({ state }: Visitor) => [...state.calendar.days.values()].flat();

const FAULTS: Readonly<Record<string, Fault>> = {
  lose: { kind: 'lose' },
  offline: { kind: 'refuse', error: new SmpError('network', 'Offline') },
  crash: { kind: 'throw', error: new Error('boom') },
  busy: { kind: 'refuse', error: new SmpError('rate-limited', 'Later', { retryAfterMs: 2000 }) },
  'very busy': { kind: 'refuse', error: new SmpError('rate-limited', 'Tomorrow', { retryAfterMs: 80_000_000 }) },
  hang: { kind: 'hang' },
  'hang after': { kind: 'hang', effect: true },
  twice: { kind: 'duplicate' },
  garbled: { kind: 'garble', answer: () => ({ no: 'sense' }) },
  'not yours': { kind: 'refuse', error: new SmpError('unauthorized', 'No') },
};
const faulty = fc.constantFrom<MemoryMethod>(
  'listSlots',
  'holdSlot',
  'extendHold',
  'createBooking',
  'createBooking',
  'joinWaitlist',
);

const PROCEED = wish('proceed', undefined, (visitor) => visitor.proceed());

/** All that may happen while a visitor books. */
export const WISHES: fc.Arbitrary<Command>[] = [
  // Often, so that most visits get somewhere.
  ...Array.from({ length: 14 }, () => PROCEED),
  wishOf('service', ['service'], fc.constantFrom('consult', 'call', 'session'), ({ bench }, id) =>
    bench.flow.chooseService(id),
  ),
  wishOf('practitioner', ['time'], fc.constantFrom('ana', 'ben', null), ({ bench }, id) =>
    bench.flow.choosePractitioner(id ?? undefined),
  ),
  wishOf('location', ['time'], fc.constantFrom('soho', 'leeds', null), ({ bench }, id) =>
    bench.flow.chooseLocation(id ?? undefined),
  ),
  wishOf('turn to', ['time'], fc.nat({ max: 120 }), ({ bench }, days) =>
    bench.flow.turnTo(addDays(bench.state.calendar.today ?? '2026-11-22', days)),
  ),
  wishOf('date', ['time'], index, (visitor, place) => {
    const slot = at(listed(visitor), place * 3);
    if (slot) visitor.bench.flow.chooseDate(slot.localDate);
  }),
  wishOf('time', ['time'], index, (visitor, place) => {
    const slot = at(listed(visitor), place);
    if (slot) visitor.bench.flow.chooseSlot(slot);
  }),
  wish('hold', ['time'], (visitor) => visitor.wish(visitor.bench.flow.hold())),
  wishOf('alternative', ['time'], index, (visitor, place) => {
    const slot = at(visitor.state.lost?.alternatives ?? [], place);
    if (slot) visitor.wish(visitor.bench.flow.hold(slot));
  }),
  wish('times again', ['time'], ({ bench }) => bench.flow.reload()),
  wish('hold longer', ['details', 'check'], (visitor) => visitor.wish(visitor.bench.flow.extendHold())),
  wishOf(
    'type',
    ['details', 'waitlist'],
    fc.constantFrom<[field: DetailField, value: string]>(
      ['name', ''],
      ['name', 'Grace Example'],
      ['email', 'nonsense'],
      ['email', 'grace@example.org'],
      ['phone', '020 7946 0123'],
      ['phone', 'nonsense'],
      ['note', 'Mornings only'],
    ),
    (visitor, [field, value]) => visitor.type(field, value),
  ),
  wishOf('tick', ['details', 'waitlist'], fc.boolean(), (visitor, granted) => visitor.tick(granted)),
  wish('continue', ['details'], (visitor) => visitor.loadingWish(visitor.bench.flow.submitDetails())),
  wishOf('confirm', ['check'], fc.integer({ min: 1, max: 3 }), (visitor, times) => {
    for (let click = 0; click < times; click += 1) visitor.wish(visitor.bench.flow.confirm());
  }),
  wish('join twice', ['waitlist'], (visitor) => {
    visitor.wish(visitor.bench.flow.joinWaitlist());
    return visitor.loadingWish(visitor.bench.flow.joinWaitlist());
  }),
  wish('back', ['time', 'details', 'check', 'waitlist'], ({ bench }) => {
    const { previous } = bench.flow;
    if (previous) bench.flow.goTo(previous);
  }),
  wishOf('change', ['check'], fc.constantFrom<BookingStep>('service', 'time', 'details'), ({ bench }, step) =>
    bench.flow.goTo(step),
  ),
  wish('another', ['confirmed', 'waitlisted'], (visitor) => visitor.restart()),
  wish('load the page again', undefined, (visitor) => visitor.reload()),
  wishOf('sleep', undefined, fc.constantFrom(20_000, 500_000, 700_000, 2_000_000), (visitor, ms) => visitor.sleep(ms)),
  wish('move the element', undefined, ({ bench }) => {
    bench.flow.suspend();
    bench.flow.resume();
  }),
  wishOf('the page says', undefined, fc.constantFrom('call', 'consult'), ({ bench }, service) =>
    bench.flow.preset({ enquiry: { service } }),
  ),
  wishOf('a rival', undefined, fc.tuple(fc.boolean(), index), async (visitor, [mine, place]) => {
    const slot = (mine ? visitor.state.slot : undefined) ?? at(listed(visitor), place);
    if (slot) await visitor.town.rivalsBook(slot);
  }),
  ...[1, 2].map(() =>
    wishOf(
      'trouble',
      undefined,
      fc.tuple(faulty, fc.constantFrom(...Object.keys(FAULTS)), fc.constantFrom(1, 2, 5, 10)),
      ({ town }, [method, kind, times]) => {
        const fault = FAULTS[kind];
        if (fault) town.faults[method] = Array.from({ length: times }, () => fault);
      },
    ),
  ),
];
