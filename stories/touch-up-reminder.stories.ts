import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MemoryAdapter } from '../src/adapters/memory.js';
import { signUpForTouchUps } from './support/earlier.js';
import { guestAt, untilPart, untilReady } from './support/guest.js';
import type { Guest, Played } from './support/guest.js';

const TAG = 'smp-touch-up-reminder';

const meta = {
  title: 'Elements/Touch-up reminder',
  component: TAG,
  parameters: { scene: { content: '<p>To book a touch-up, call <a href="tel:+442079460111">020 7946 0111</a>.</p>' } },
  play: untilReady(TAG),
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** Ten days before the story begins. */
const LAST = '2026-11-20';

/** The smallest form: the day of the last session is asked for. */
export const Basic: Story = {};

/** The page knows the last session: the dates are shown before anything is asked. */
export const WithDate: Story = { args: { date: '2026-06-12' }, play: untilPart(TAG, 'date') };

/** With a way to book a touch-up. */
export const WithBooking: Story = {
  args: { date: '2025-06-12', 'booking-href': '#book' },
  play: untilPart(TAG, 'book'),
};

/** From the dates to the form that asks how to remind. */
async function toForm(played: Played): Promise<Guest> {
  const visitor = await guestAt(played, TAG);
  await visitor.press('remind');
  await visitor.field('remind-name');
  return visitor;
}

/** The clinic reminds: each way is asked for on its own, and none is ticked. */
export const SignUp: Story = { args: { date: LAST }, play: async (played) => void (await toForm(played)) };

/** What is missing is named, and led to. */
export const SignUpMissing: Story = {
  args: { date: LAST },
  play: async (played) => {
    const visitor = await toForm(played);
    await visitor.press('sign-up');
    await visitor.part('problems');
  },
};

/** Signed up: the mail has the link to change or stop the reminders. */
export const SignedUp: Story = {
  args: { date: LAST },
  play: async (played) => {
    const visitor = await toForm(played);
    await visitor.type('remind-name', 'Ada Example');
    await visitor.choose('way-email');
    await visitor.type('remind-email', 'ada@example.com');
    await visitor.press('sign-up');
    await visitor.part('signed');
  },
};

const byLink = async (adapter: MemoryAdapter) => ({ token: await signUpForTouchUps(adapter, LAST) });

/** By the link in a mail: the dates can be changed and the reminders stopped. */
export const Plan: Story = { parameters: { scene: { prepare: byLink } }, play: untilPart(TAG, 'plan') };

/** Stopped for good. */
export const Stopped: Story = {
  parameters: { scene: { prepare: byLink } },
  play: async (played) => {
    const visitor = await guestAt(played, TAG);
    await visitor.press('stop');
    await visitor.until('that they stopped', () => !visitor.has('stop'));
  },
};

/** A link that opens nothing, whatever is wrong with it. */
export const WrongLink: Story = {
  parameters: { scene: { prepare: () => Promise.resolve({ token: 'forged' }) } },
  play: untilPart(TAG, 'phone'),
  tags: ['warns'],
};

/** A date that is none: the developer is told, and the visitor is asked. */
export const WrongDate: Story = { args: { date: 'last summer' }, tags: ['warns'] };

/** Laid out from right to left. */
export const RightToLeft: Story = { args: { date: '2026-06-12' }, globals: { locale: 'ar' } };

/** In the look of an old barber’s shop. */
export const Themed: Story = { args: { date: '2026-06-12' }, globals: { theme: 'barber' } };
