import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { elementIn, Guest, untilPart } from './support/guest.js';

const TAG = 'smp-clinic';
const CONTENT = `<smp-slot-booker></smp-slot-booker>
<p slot="fallback">To book, call us on <a href="tel:+442079460111">020 7946 0111</a>.</p>`;

const meta = {
  title: 'Elements/Clinic',
  component: TAG,
  parameters: { scene: { content: CONTENT } },
  play: untilPart('smp-slot-booker', 'service'),
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** One clinic, with an element inside it. Its own content is shown once the backend has answered. */
export const Basic: Story = {};

/** What one element is told the others know: here a hairline goes along with a booking. */
export const SeveralElements: Story = {
  parameters: {
    scene: {
      content: `<smp-hairline-picker></smp-hairline-picker>
<smp-slot-booker service="consultation"></smp-slot-booker>`,
    },
  },
  play: async (played) => {
    const picker = new Guest(await elementIn(played, 'smp-hairline-picker'));
    await picker.ready();
    await untilPart('smp-slot-booker', 'time')(played);
  },
};

/** Until the backend answers, the fallback is shown. */
export const Loading: Story = {
  globals: { network: 'waiting' },
  tags: ['may-warn'],
  play: async (played) => void (await elementIn(played, TAG)),
};

/** Nothing is reached. The fallback stays, and the elements offer to try again. */
export const Failed: Story = {
  globals: { network: 'offline' },
  tags: ['warns'],
  play: untilPart('smp-slot-booker', 'error'),
};
