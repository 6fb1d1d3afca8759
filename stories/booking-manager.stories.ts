import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MemoryAdapter } from '../src/adapters/memory.js';
import { arriveAt } from './support/address.js';
import { bookCourse, bookVisit, cancelVisit } from './support/earlier.js';
import { guestAt, untilPart } from './support/guest.js';
import type { Guest, Played } from './support/guest.js';
import type { SceneParameters } from './support/scene.js';

const TAG = 'smp-booking-manager';
const FALLBACK = '<p>To move or cancel, call us on <a href="tel:+442079460111">020 7946 0111</a>.</p>';

type Prepare = (adapter: MemoryAdapter) => Promise<{ readonly token?: string | undefined }>;
const scene = (prepare: Prepare): { readonly scene: SceneParameters } => ({ scene: { content: FALLBACK, prepare } });

const meta = {
  title: 'Elements/Booking manager',
  component: TAG,
  parameters: scene(async (adapter) => ({ token: (await bookVisit(adapter)).manageToken })),
  play: untilPart(TAG, 'session'),
} satisfies Meta;

export default meta;
type Story = StoryObj;

const guest = (played: Played): Promise<Guest> => guestAt(played, TAG);

/** From the overview to the page on which another time is confirmed. */
async function toMove(played: Played): Promise<Guest> {
  const visitor = await guest(played);
  await visitor.press('move');
  await visitor.press('day-free', 3);
  await visitor.chooseTime();
  await visitor.press('button');
  await visitor.until('what the move means', () => !visitor.has('calendar') && visitor.has('button'));
  return visitor;
}

/** The smallest form. The token comes from the page’s address, after `#t=`; here the story gives it. */
export const Basic: Story = {};

/** All sessions of a course. */
export const Course: Story = {
  parameters: scene(async (adapter) => ({ token: (await bookCourse(adapter)).manageToken })),
};

/** A course is booked and its deposit has not come: what to pay, by which reference, and where. */
export const DepositDue: Story = {
  globals: { clinic: 'deposits' },
  parameters: scene(async (adapter) => ({ token: (await bookCourse(adapter)).manageToken })),
  play: untilPart(TAG, 'deposit'),
};

/** The clinic has noted that the deposit has come: nothing more is asked for. */
export const DepositReceived: Story = {
  globals: { clinic: 'deposits' },
  parameters: {
    scene: {
      content: FALLBACK,
      prepare: async (adapter) => ({ token: (await bookCourse(adapter)).manageToken }),
      adapter: (adapter) => ({
        ...adapter,
        getBooking: async (token, options) => {
          if (!adapter.getBooking) throw new Error('The memory adapter knows its bookings');
          const { deposit: _received, ...managed } = await adapter.getBooking(token, options);
          return managed;
        },
      }),
    } satisfies SceneParameters,
  },
};

/** The address that the clinic’s payment page leads back to has no token in it: that would have been told to that page. */
const backFromPaying = (name: 'smp-paid' | 'smp-payment-cancelled') =>
  scene(async (adapter) => {
    arriveAt(`${name}=${(await bookCourse(adapter)).reference}`);
    return {};
  });

/** Back from the clinic’s payment page. That money has arrived only the clinic can say. */
export const BackFromPaying: Story = {
  globals: { clinic: 'deposits' },
  parameters: backFromPaying('smp-paid'),
  play: untilPart(TAG, 'payment'),
};

/** Back without having paid. */
export const PaymentCancelled: Story = {
  globals: { clinic: 'deposits' },
  parameters: backFromPaying('smp-payment-cancelled'),
  play: untilPart(TAG, 'payment'),
};

/** Another time is chosen. */
export const ChooseTime: Story = {
  play: async (played) => {
    const visitor = await guest(played);
    await visitor.press('move');
    await visitor.part('day-free');
  },
};

/** What the move means is told before it is sent. */
export const Move: Story = { play: async (played) => void (await toMove(played)) };

/** Moved. */
export const Moved: Story = {
  play: async (played) => {
    const visitor = await toMove(played);
    await visitor.press('button');
    await visitor.part('notice');
  },
};

/** The clinic’s rules are shown before anything is cancelled. */
export const Cancel: Story = {
  play: async (played) => {
    const visitor = await guest(played);
    await visitor.press('cancel');
    await visitor.part('button');
  },
};

/** Cancelled. */
export const Cancelled: Story = {
  play: async (played) => {
    const visitor = await guest(played);
    await visitor.press('cancel');
    await visitor.press('button');
    await visitor.part('notice');
  },
};

/** Cancelled elsewhere while the page was open: the visitor is told, and sees how it stands. */
export const ChangedMeanwhile: Story = {
  parameters: {
    scene: {
      content: FALLBACK,
      prepare: async (adapter) => ({ token: (await bookVisit(adapter)).manageToken }),
      adapter: (adapter) => ({
        ...adapter,
        cancel: async (request, options) => {
          await cancelVisit(adapter, request.token);
          if (!adapter.cancel) throw new Error('The memory adapter can cancel');
          return adapter.cancel(request, options);
        },
      }),
    } satisfies SceneParameters,
  },
  tags: ['warns'],
  play: async (played) => {
    const visitor = await guest(played);
    await visitor.press('cancel');
    await visitor.press('button');
    await visitor.part('notice');
  },
};

/** It was cancelled before the link was opened. */
export const Gone: Story = {
  parameters: scene(async (adapter) => {
    const { manageToken } = await bookVisit(adapter);
    await cancelVisit(adapter, manageToken ?? '');
    return { token: manageToken };
  }),
};

/** A link that is forged, replaced or too old: one and the same answer. */
export const Forged: Story = {
  parameters: scene(() => Promise.resolve({ token: 'forged-forged-forged' })),
  tags: ['warns'],
  play: untilPart(TAG, 'heading'),
};

/** The backend refuses the change. */
export const Refused: Story = {
  globals: { network: 'failing' },
  tags: ['warns'],
  play: async (played) => {
    const visitor = await guest(played);
    await visitor.press('cancel');
    await visitor.press('button');
    await visitor.part('error');
  },
};

/** On its way. */
export const Loading: Story = {
  globals: { network: 'waiting' },
  tags: ['may-warn'],
  play: async (played) => void (await guest(played)),
};

/** Nothing is reached. */
export const Failed: Story = { globals: { network: 'offline' }, tags: ['warns'], play: untilPart(TAG, 'error') };

/** Laid out from right to left. */
export const RightToLeft: Story = { globals: { locale: 'ar' } };

/** In the look of an old barber’s shop. */
export const Themed: Story = { globals: { theme: 'barber' } };
