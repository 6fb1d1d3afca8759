import { refused } from '../assert.js';
import type { Desk } from '../desk.js';
import type { AdapterCases } from '../harness.js';

async function wish(desk: Desk) {
  const { service } = await desk.scene();
  return { service: service.id, contact: desk.visitor(), consents: [] };
}

/** Asking to be told of free times. */
export const waitlistCases: AdapterCases = {
  subject: 'waiting list',
  cases: [
    {
      name: 'takes a visitor on the waiting list',
      needs: 'waitlist',
      run: async (desk) => desk.joinWaitlist(await wish(desk)),
    },
    {
      name: 'answers the same to a visitor who is on the waiting list',
      needs: 'waitlist',
      run: async (desk) => {
        const request = await wish(desk);
        await desk.joinWaitlist(request);
        await desk.joinWaitlist(request);
        await desk.joinWaitlist({ ...request, note: 'Any day will do' });
      },
    },
    {
      name: 'takes a waiting-list request sent again once',
      needs: 'waitlist',
      run: async (desk) => {
        const request = await wish(desk);
        const operationId = desk.operation();
        await desk.joinWaitlist(request, operationId);
        await desk.joinWaitlist(request, operationId);
        const other = { ...request, contact: desk.visitor() };
        await refused(() => desk.joinWaitlist(other, operationId), 'a reused operation id', 'validation');
      },
    },
    {
      name: 'refuses a waiting-list request for dates that are over',
      needs: 'waitlist',
      run: async (desk) => {
        const request = await wish(desk);
        const past = { ...request, from: '2001-02-01', to: '2001-03-01' };
        await refused(() => desk.joinWaitlist(past), 'a wish for dates that are over', 'validation');
        const turned = { ...request, from: '2101-03-01', to: '2101-02-01' };
        await refused(() => desk.joinWaitlist(turned), 'a wish that ends before it begins', 'validation');
      },
    },
  ],
};
