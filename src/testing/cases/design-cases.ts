import { DEFAULT_DESIGN, DESIGN_LIMITS, withShape } from '../../domain/design/hairline-design.js';
import type { HairlineDesign } from '../../domain/design/hairline-design.js';
import { check, checkIssue, refused } from '../assert.js';
import type { AdapterCases } from '../harness.js';
import { at } from '../listed-slots.js';

const needs = 'consultations';
const design = withShape(DEFAULT_DESIGN, 'widows-peak');
const other: HairlineDesign = { ...design, midHeight: design.midHeight + 1 };

/** Designs that no page sends, by the part that is wrong. */
const malformed: readonly (readonly [pointer: string, design: HairlineDesign])[] = [
  ['/design/density', { ...design, density: DESIGN_LIMITS.density[1] + 1 }],
  ['/design/midHeight', { ...design, midHeight: design.midHeight + 0.5 }],
  ['/design/shape', { ...design, shape: 'spiral' as HairlineDesign['shape'] }],
];

/** Hairline designs: they go along with a booking or a consultation. */
export const designCases: AdapterCases = {
  subject: 'designs',
  cases: [
    {
      name: 'books with a hairline design',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const booking = await desk.book(desk.draft(service.id, at(own, 0), { design }));
        check(booking.slot.start === at(own, 0).start, 'a design should not change what is booked');
      },
    },
    {
      name: 'refuses a booking with a malformed design',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        for (const [pointer, wrong] of malformed) {
          const draft = desk.draft(service.id, at(own, 0), { design: wrong });
          checkIssue(await refused(() => desk.book(draft), `a design with a wrong ${pointer}`, 'validation'), pointer);
        }
        check(await desk.lists(service.id, at(own, 0)), 'a refused booking should keep no time');
      },
    },
    {
      name: 'refuses a used operation id with another design',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const draft = desk.draft(service.id, at(own, 0), { design });
        const operationId = desk.operation();
        await desk.book(draft, operationId);
        const again = () => desk.book({ ...draft, design: other }, operationId);
        checkIssue(await refused(again, 'a reused operation id', 'validation'), '', 'key-reused');
      },
    },
    {
      name: 'takes a consultation with a hairline design',
      needs,
      run: async (desk) => {
        await desk.consult({ ...(await desk.consultation()), design });
      },
    },
    {
      name: 'takes a design also without consent to health questions',
      needs,
      run: async (desk) => {
        await desk.consult({ ...(await desk.consultation([])), design });
      },
    },
    {
      name: 'refuses a consultation with a malformed design',
      needs,
      run: async (desk) => {
        for (const [pointer, wrong] of malformed) {
          const draft = { ...(await desk.consultation()), design: wrong };
          const refusal = await refused(() => desk.consult(draft), `a design with a wrong ${pointer}`, 'validation');
          checkIssue(refusal, pointer);
        }
      },
    },
    {
      name: 'refuses a used operation id with another design in a consultation',
      needs,
      run: async (desk) => {
        const draft = { ...(await desk.consultation()), design };
        const operationId = desk.operation();
        await desk.consult(draft, operationId);
        const again = () => desk.consult({ ...draft, design: other }, operationId);
        await refused(again, 'a reused operation id', 'validation');
      },
    },
  ],
};
