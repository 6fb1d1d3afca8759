import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { untilReady } from './support/guest.js';

const TAG = 'smp-aftercare';

const meta = {
  title: 'Elements/Aftercare',
  component: TAG,
  parameters: {
    scene: { content: '<p>Call us if anything worries you: <a href="tel:+442079460111">020 7946 0111</a>.</p>' },
  },
  play: untilReady(TAG),
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** The smallest form. Without a date the days are relative. */
export const Basic: Story = {};

/** On the day itself. */
export const SameDay: Story = { args: { date: '2026-11-30' } };

/** Three days after the session. */
export const ThirdDay: Story = { args: { date: '2026-11-27' } };

/** Two weeks after the session. */
export const TwoWeeks: Story = { args: { date: '2026-11-16' } };

/** A year after the session. */
export const Healed: Story = { args: { date: '2025-11-27' } };

/** Between two sessions. */
export const TwoSessions: Story = { args: { date: '2026-11-27, 2026-12-08' } };

/** For those who keep their hair. */
export const Density: Story = { args: { date: '2026-11-27', look: 'density' } };

/** Where the emergency number is another. */
export const EmergencyNumber: Story = { args: { date: '2026-11-27', emergency: '112' } };

/** Laid out from right to left. */
export const RightToLeft: Story = { args: { date: '2026-11-27' }, globals: { locale: 'ar' } };

/** In the look of an old barber’s shop. */
export const Themed: Story = { args: { date: '2026-11-27' }, globals: { theme: 'barber' } };
