import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { guestAt, untilReady } from './support/guest.js';

const TAG = 'smp-preparation';

const meta = {
  title: 'Elements/Preparation',
  component: TAG,
  parameters: {
    scene: { content: '<p>Call us before your session: <a href="tel:+442079460111">020 7946 0111</a>.</p>' },
  },
  play: untilReady(TAG),
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** The smallest form. Without a date the days are relative. */
export const Basic: Story = {};

/** Ten days before the session. */
export const WithDate: Story = { args: { date: '2026-12-10' } };

/** The day before: what is past is folded, today is marked. */
export const DayBefore: Story = { args: { date: '2026-12-01' } };

/** Two sessions are one plan; where healing after one and a step for the other clash, healing wins. */
export const TwoSessions: Story = { args: { date: '2026-12-03, 2026-12-14' } };

/** For those who keep their hair. */
export const Density: Story = { args: { date: '2026-12-10', look: 'density' } };

/** Steps that were ticked off. */
export const Ticked: Story = {
  args: { date: '2026-12-10' },
  play: async (played) => {
    const visitor = await guestAt(played, TAG);
    await visitor.press('tick');
    await visitor.press('tick', 1);
  },
};

/** The session is over. */
export const Over: Story = { args: { date: '2026-11-20' } };

/** A date that is none: the developer is told, and the days are relative. */
export const WrongDate: Story = { args: { date: 'tomorrow' }, tags: ['warns'] };

/** Laid out from right to left. */
export const RightToLeft: Story = { args: { date: '2026-12-10' }, globals: { locale: 'ar' } };

/** In the look of an old barber’s shop. */
export const Themed: Story = { args: { date: '2026-12-10' }, globals: { theme: 'barber' } };
