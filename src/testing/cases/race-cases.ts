import type { Slot } from '../../domain/slot.js';
import { check, checkRefusal, checkSame, outcomeOf, present, type Outcome } from '../assert.js';
import { timeless } from '../desk.js';
import type { AdapterCases } from '../harness.js';
import { at, overlap } from '../listed-slots.js';

const RIVALS = 20;

/** Many at once. */
export const raceCases: AdapterCases = {
  subject: 'races',
  cases: [
    {
      name: 'lets one of 20 bookers have a time',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const outcomes = await race(() => desk.book(desk.draft(service.id, at(own, 4))));
        check(won(outcomes).length === 1, `one booker should win, not ${won(outcomes).length}`);
        for (const lost of outcomes.filter(({ ok }) => !ok)) {
          desk.alternatives(checkRefusal(lost, 'a booker who came too late', 'slot-taken'));
        }
      },
    },
    {
      name: 'lets one of 20 visitors hold a time',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const outcomes = await race(() => desk.hold({ service: service.id, slotId: at(own, 4).id }));
        check(won(outcomes).length === 1, `one visitor should win, not ${won(outcomes).length}`);
        for (const lost of outcomes.filter(({ ok }) => !ok)) {
          desk.alternatives(checkRefusal(lost, 'a visitor who came too late', 'slot-taken'));
        }
      },
    },
    {
      name: 'lets one of 20 have a time that some hold and some book',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const slot = at(own, 4);
        const outcomes = await race((index) =>
          index % 2
            ? desk.hold({ service: service.id, slotId: slot.id }).then(({ slot: held }) => held)
            : desk.book(desk.draft(service.id, slot)).then(({ slot: booked }) => booked),
        );
        check(won(outcomes).length === 1, `one should win, not ${won(outcomes).length}`);
        for (const lost of outcomes.filter(({ ok }) => !ok)) checkRefusal(lost, 'who came too late', 'slot-taken');
      },
    },
    {
      name: 'gives a time for anyone to as many of 20 as have somebody free',
      run: async (desk) => {
        const scene = await desk.scene();
        const { service } = scene;
        const { slot, free } = await desk.shared(scene);
        const outcomes = await race(() => desk.book(desk.draft(service.id, slot)));
        const people = won(outcomes).map((booking) => booking.slot.practitioner);
        check(people.length === Math.min(free, RIVALS), `${free} are free, ${people.length} got the time`);
        check(new Set(people).size === people.length, 'each should be with another practitioner');
        for (const lost of outcomes.filter(({ ok }) => !ok)) checkRefusal(lost, 'who came too late', 'slot-taken');
      },
    },
    {
      name: 'makes no bookings that overlap',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const slots = own.slice(0, RIVALS);
        const outcomes = await race((index) => desk.book(desk.draft(service.id, at(slots, index % slots.length))));
        const booked = won(outcomes).map(({ slot }) => slot);
        check(booked.length > 0, 'some should win');
        for (const one of booked) {
          check(!booked.some((other) => other !== one && overlap(one, other)), `${one.start} is booked twice`);
        }
        for (const lost of outcomes.filter(({ ok }) => !ok)) checkRefusal(lost, 'an overlapping booking', 'slot-taken');
      },
    },
    {
      name: 'never has one person in two services at once',
      run: async (desk) => {
        const { clinic, practitioner, own } = await desk.scene();
        const day = at(own, 4).localDate;
        const person = clinic.practitioners.find(({ id }) => id === practitioner);
        const wishes: { service: string; slot: Slot }[] = [];
        for (const { id } of clinic.services) {
          if (!(person?.services?.includes(id) ?? true)) continue;
          const slots = await desk.slots({ service: id, practitioner, from: day, to: day });
          for (const slot of slots) wishes.push({ service: id, slot });
        }
        // Times of all services mixed, so that the rivals are of different kinds.
        wishes.sort((a, b) => Date.parse(a.slot.start) - Date.parse(b.slot.start));
        const outcomes = await race((index) => {
          const wish = present(wishes[index % wishes.length], 'a free time');
          return desk.book(desk.draft(wish.service, wish.slot));
        });
        const booked = won(outcomes).map(({ slot }) => slot);
        check(booked.length > 0, 'some should win');
        for (const one of booked) {
          check(!booked.some((other) => other !== one && overlap(one, other)), `${one.start} is booked twice`);
        }
      },
    },
    {
      name: 'makes one booking of 20 copies of one operation',
      run: async (desk) => {
        const scene = await desk.scene();
        const { service } = scene;
        const { slot, free } = await desk.shared(scene);
        const draft = desk.draft(service.id, slot);
        const operationId = desk.operation();
        const answers = won(await race(() => desk.book(structuredClone(draft), operationId)));
        check(answers.length === RIVALS, `all ${RIVALS} copies should be answered, not ${answers.length}`);
        for (const answer of answers) checkSame(answer, answers[0], 'answers to copies of one operation');
        check((await desk.free(service.id, slot)) === free - 1, 'copies of one operation should take one person');
      },
    },
    {
      name: 'makes one hold of 20 copies of one operation',
      needs: 'holds',
      run: async (desk) => {
        const scene = await desk.scene();
        const { service } = scene;
        const { slot, free } = await desk.shared(scene);
        const operationId = desk.operation();
        const answers = won(await race(() => desk.hold({ service: service.id, slotId: slot.id }, operationId)));
        check(answers.length === RIVALS, `all ${RIVALS} copies should be answered, not ${answers.length}`);
        const first = timeless(present(answers[0], 'an answer'));
        for (const answer of answers) checkSame(timeless(answer), first, 'answers to copies of one operation');
        check((await desk.free(service.id, slot)) === free - 1, 'copies of one operation should take one person');
      },
    },
    {
      name: 'makes one booking of one hold confirmed 20 times',
      needs: 'holds',
      run: async (desk) => {
        const scene = await desk.scene();
        const { service } = scene;
        const { slot, free } = await desk.shared(scene);
        const { holdId, holdToken } = await desk.hold({ service: service.id, slotId: slot.id });
        const draft = desk.draft(service.id, slot, { hold: { holdId, holdToken } });
        const answers = won(await race(() => desk.book(structuredClone(draft))));
        check(answers.length === RIVALS, `all ${RIVALS} should be answered, not ${answers.length}`);
        check(new Set(answers.map(({ bookingId }) => bookingId)).size === 1, 'one hold should become one booking');
        check((await desk.free(service.id, slot)) === free - 1, 'one hold should take one person');
      },
    },
    {
      name: 'decides for one content when an operation id comes with two at once',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const [first, last] = [at(own, 0), at(own, own.length - 1)];
        const operationId = desk.operation();
        const outcomes = await race((index) => {
          const slot = index % 2 ? first : last;
          return desk.book({ ...desk.draft(service.id, slot), contact: CONTACT, consents: [] }, operationId);
        });
        const starts = new Set(won(outcomes).map(({ slot }) => Date.parse(slot.start)));
        check(starts.size === 1, `one content should win, not ${starts.size}`);
        const winner = outcomes.findIndex(({ ok }) => ok) % 2;
        outcomes.forEach((outcome, index) => {
          if (index % 2 === winner) check(outcome.ok, 'copies of the content that won should be answered alike');
          else checkRefusal(outcome, 'the content that lost', 'validation');
        });
        const free = [await desk.lists(service.id, first), await desk.lists(service.id, last)];
        check(free.includes(true), 'the content that lost should take no time');
      },
    },
  ],
};

const CONTACT = { name: 'Test Visitor', email: 'visitor@example.com' };

function race<T>(call: (index: number) => Promise<T>): Promise<Outcome<T>[]> {
  return Promise.all(Array.from({ length: RIVALS }, (_, index) => outcomeOf(() => call(index))));
}

function won<T>(outcomes: readonly Outcome<T>[]): T[] {
  return outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
}
