import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { guestAt, type Guest, type Played } from './support/guest.js';

const TAG = 'smp-journey';
const FALLBACK = '<p>To speak with us instead, call <a href="tel:+442079460111">020 7946 0111</a>.</p>';

const meta = {
  title: 'Elements/Journey',
  component: TAG,
  parameters: { scene: { content: FALLBACK } },
  play: async (played: Played) => void (await begun(played)),
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** Waits until the element of a step shows something, and gives it. */
async function step(visitor: Guest, tag: string, what = '[part~=heading], [part~=picture]'): Promise<HTMLElement> {
  return visitor.until(`<${tag}>`, () => {
    const element = visitor.root.querySelector<HTMLElement>(tag);
    return element?.shadowRoot?.querySelector(what) ? element : undefined;
  });
}

/** At the first step. */
async function begun(played: Played): Promise<Guest> {
  const visitor = await guestAt(played, TAG);
  await visitor.part('heading');
  await visitor.until('the first step', () => visitor.element.matches(':state(ready)'));
  return visitor;
}

/** Leaves a step out for now. */
async function skip(visitor: Guest): Promise<void> {
  (
    await visitor.until('a way on', () => visitor.root.querySelector<HTMLElement>('[part=ways] .link') ?? undefined)
  ).click();
}

/** All steps, from the first question to the care: the smallest form. */
export const Basic: Story = { play: async (played) => void (await step(await begun(played), 'smp-consultation')) };

/** The consultation left out for now: the hairline, and the way back. */
export const Design: Story = {
  play: async (played) => {
    const visitor = await begun(played);
    await step(visitor, 'smp-consultation');
    await skip(visitor);
    await step(visitor, 'smp-hairline-picker', '[part~=picture]');
  },
};

/** Steps of the page's own choice, in its own order. */
export const TwoSteps: Story = {
  args: { steps: 'booking care' },
  play: async (played) => void (await step(await begun(played), 'smp-slot-booker')),
};

/** All sessions of a treatment in place of one appointment. */
export const Course: Story = {
  args: { steps: 'booking care', course: '' },
  play: async (played) => void (await step(await begun(played), 'smp-slot-booker')),
};

/** On a narrow page the steps are one line, which opens as a list. */
export const Steps: Story = {
  globals: { width: '375' },
  play: async (played) => {
    const visitor = await begun(played);
    await step(visitor, 'smp-consultation');
    await visitor.press('toggle');
    await visitor.part('steps');
  },
};

/** Before the code is there, the page’s own content is shown. */
export const Loading: Story = {
  globals: { network: 'waiting' },
  tags: ['may-warn'],
  play: async (played) => void (await guestAt(played, TAG)),
};

/** Nothing is reached. */
export const Failed: Story = {
  globals: { network: 'offline' },
  tags: ['warns'],
  play: async (played) => {
    const visitor = await guestAt(played, TAG);
    await step(visitor, 'smp-consultation', '[part~=error]');
  },
};

/** Laid out from right to left. */
export const RightToLeft: Story = {
  globals: { locale: 'ar' },
  play: async (played) => void (await step(await begun(played), 'smp-consultation')),
};

/** In the look of an old barber’s shop. */
export const Themed: Story = {
  globals: { theme: 'barber' },
  play: async (played) => void (await step(await begun(played), 'smp-consultation')),
};
