import { check, checkIssue, checkSame, refused } from '../assert.js';
import { proofOf, timeless } from '../desk.js';
import type { AdapterCases } from '../harness.js';
import { at } from '../listed-slots.js';

/** Operation ids: one id, one effect, one answer. */
export const operationCases: AdapterCases = {
  subject: 'operations',
  cases: [
    {
      name: 'answers a booking sent again with the same booking',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const draft = desk.draft(service.id, at(own, 0));
        const operationId = desk.operation();
        const first = await desk.book(draft, operationId);
        checkSame(await desk.book(structuredClone(draft), operationId), first, 'the two answers');
      },
    },
    {
      name: 'knows a booking again that comes without its note, which pages forget when they are loaded again',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const operationId = desk.operation();
        const draft = desk.draft(service.id, at(own, 0));
        const first = await desk.book({ ...draft, note: 'Ring twice' }, operationId);
        const { note: _note, ...copy } = draft;
        checkSame(await desk.book(copy, operationId), first, 'the answer to a copy without the note');
      },
    },
    {
      name: 'refuses a used operation id with other content',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const operationId = desk.operation();
        await desk.book(desk.draft(service.id, at(own, 0)), operationId);
        const other = desk.draft(service.id, at(own, own.length - 1));
        const error = await refused(() => desk.book(other, operationId), 'a reused operation id', 'validation');
        checkIssue(error, '', 'key-reused');
        check(await desk.lists(service.id, at(own, own.length - 1)), 'the other time should still be free');
      },
    },
    {
      name: 'makes a second booking of the same content under another id only if there is room',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const draft = desk.draft(service.id, at(own, 0));
        await desk.book(draft);
        await refused(() => desk.book(draft), 'the same content under another id', 'slot-taken');
      },
    },
    {
      name: 'repeats a refusal though the time is free again',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const slot = at(own, 0);
        const hold = await desk.hold({ service: service.id, slotId: slot.id });
        const draft = desk.draft(service.id, slot);
        const operationId = desk.operation();
        const first = await refused(() => desk.book(draft, operationId), 'a held time', 'slot-taken');
        await desk.release(hold);
        const again = await refused(() => desk.book(draft, operationId), 'the same operation', 'slot-taken');
        checkSame(again.alternatives, first.alternatives, 'alternatives of the two refusals');
        await desk.book(draft);
      },
    },
    {
      name: 'keeps the operation ids of different methods apart',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const operationId = desk.operation();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id }, operationId);
        const draft = desk.draft(service.id, at(own, 0), { hold: proofOf(hold) });
        const booking = await desk.book(draft, operationId);
        check(Date.parse(booking.slot.start) === Date.parse(hold.slot.start), 'the held time should be booked');
      },
    },
    {
      name: 'answers a hold sent again with the same hold',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const request = { service: service.id, slotId: at(own, 0).id };
        const operationId = desk.operation();
        const first = await desk.hold(request, operationId);
        checkSame(timeless(await desk.hold({ ...request }, operationId)), timeless(first), 'the two answers');
      },
    },
    {
      name: 'refuses a used operation id with another hold',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const operationId = desk.operation();
        await desk.hold({ service: service.id, slotId: at(own, 0).id }, operationId);
        const other = { service: service.id, slotId: at(own, own.length - 1).id };
        checkIssue(await refused(() => desk.hold(other, operationId), 'a reused id', 'validation'), '', 'key-reused');
      },
    },
    {
      name: 'prolongs once when an extension is sent again',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        const operationId = desk.operation();
        const first = await desk.extend(hold, operationId);
        checkSame(timeless(await desk.extend(hold, operationId)), timeless(first), 'the two answers');
      },
    },
  ],
};
