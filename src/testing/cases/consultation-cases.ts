import { check, checkSame, present, refused } from '../assert.js';
import type { AdapterCases } from '../harness.js';
import { at } from '../listed-slots.js';

const needs = 'consultations';

/** Questionnaires that were filled in: kept, linked with bookings, and forgotten. */
export const consultationCases: AdapterCases = {
  subject: 'consultations',
  cases: [
    {
      name: 'takes a consultation and tells its reference',
      needs,
      run: async (desk) => {
        const first = await desk.consult(await desk.consultation());
        const second = await desk.consult(await desk.consultation());
        check(first.consultationId !== second.consultationId, 'two consultations should have two ids');
        check(first.consultationToken !== second.consultationToken, 'two consultations should have two tokens');
        check(first.reference !== second.reference, 'two consultations should have two references');
      },
    },
    {
      name: 'answers a consultation sent again with the same consultation',
      needs,
      run: async (desk) => {
        const draft = await desk.consultation();
        const operationId = desk.operation();
        const first = await desk.consult(draft, operationId);
        checkSame(await desk.consult(structuredClone(draft), operationId), first, 'the two answers');
      },
    },
    {
      name: 'makes one consultation of many copies at a time',
      needs,
      run: async (desk) => {
        const draft = await desk.consultation();
        const operationId = desk.operation();
        const all = await Promise.all(Array.from({ length: 8 }, () => desk.consult(draft, operationId)));
        check(new Set(all.map(({ consultationId }) => consultationId)).size === 1, 'copies should be one consultation');
      },
    },
    {
      name: 'refuses a used operation id with another consultation',
      needs,
      run: async (desk) => {
        const operationId = desk.operation();
        await desk.consult(await desk.consultation(), operationId);
        const other = await desk.consultation();
        await refused(() => desk.consult(other, operationId), 'a reused operation id', 'validation');
      },
    },
    {
      name: 'takes a consultation without consent to health questions',
      needs,
      run: async (desk) => {
        await desk.consult(await desk.consultation([]));
      },
    },
    {
      name: 'refuses health answers without consent on record',
      needs,
      run: async (desk) => {
        const draft = await desk.consultation(['health-data']);
        const consents = draft.consents.map((consent) => ({ ...consent, granted: consent.purpose === 'privacy' }));
        await refused(() => desk.consult({ ...draft, consents }), 'health answers without consent', 'validation');
      },
    },
    {
      name: 'links a booking with the consultation before it',
      needs,
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const { consultationId, consultationToken } = await desk.consult(await desk.consultation());
        const draft = desk.draft(service.id, at(own, 0));
        const forged = { consultationId, consultationToken: `${consultationToken.slice(0, -1)}~` };
        await refused(() => desk.book({ ...draft, consultation: forged }), 'another’s consultation', 'unauthorized');
        check(await desk.lists(service.id, at(own, 0)), 'a refused booking should keep no time');
        await desk.book({ ...draft, consultation: { consultationId, consultationToken } });
      },
    },
    {
      name: 'books with a consultation that was withdrawn',
      needs,
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const { consultationId, consultationToken } = await desk.consult(await desk.consultation());
        const consultation = { consultationId, consultationToken };
        await desk.eraseConsultation(consultation);
        await desk.book(desk.draft(service.id, at(own, 0), { consultation }));
      },
    },
    {
      name: 'links a consultation with the booking before it',
      needs,
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const { bookingId, manageToken } = await desk.book(desk.draft(service.id, at(own, 0)));
        // A backend that gives no tokens has no way to tell whose booking it is.
        if (manageToken === undefined) return;
        const draft = await desk.consultation();
        const forged = { bookingId, manageToken: `${manageToken.slice(0, -1)}~` };
        await refused(
          () => desk.consult({ ...draft, booking: forged }),
          'another’s booking',
          'unauthorized',
          'not-found',
        );
        await desk.consult({ ...draft, booking: { bookingId, manageToken } });
      },
    },
    {
      name: 'forgets a consultation, once or twice asked',
      needs,
      run: async (desk) => {
        const proof = await desk.consult(await desk.consultation());
        await desk.eraseConsultation(proof);
        await desk.eraseConsultation(proof);
      },
    },
    {
      name: 'forgets no consultation for a wrong token',
      needs,
      run: async (desk) => {
        const one = await desk.consult(await desk.consultation());
        const other = await desk.consult(await desk.consultation());
        const swapped = { consultationId: one.consultationId, consultationToken: other.consultationToken };
        await refused(() => desk.eraseConsultation(swapped), 'another’s token', 'unauthorized');
      },
    },
    {
      name: 'keeps a booking waiting that only asks for a time',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const booking = await desk.book(desk.draft(service.id, at(own, 0), { request: true }));
        check(booking.status === 'requested', `a request should be “requested”, not “${booking.status}”`);
        present(booking.slot, 'a request keeps its time');
      },
    },
  ],
};
