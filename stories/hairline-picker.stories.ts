import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { guestAt, untilReady } from './support/guest.js';
import type { Guest, Played } from './support/guest.js';
import { ownPhoto } from './support/own-photo.js';
import { withPalette } from './support/palette.js';

const TAG = 'smp-hairline-picker';
const FALLBACK = '<p>To talk about a design, call <a href="tel:+442079460111">020 7946 0111</a>.</p>';

const meta = {
  title: 'Elements/Hairline picker',
  component: TAG,
  parameters: { scene: { content: FALLBACK } },
  play: untilReady(TAG),
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** The smallest form: a head, and all there is to choose. */
export const Basic: Story = {};

/** A design that a clinic begins with. */
export const Design: Story = {
  args: { shape: 'natural-rounded', edge: 'soft-broken', density: 'natural', skin: 6, pattern: 'norwood-4' },
};

/** Before the first session. */
export const Before: Story = { args: { stage: 'before', pattern: 'norwood-5' } };

/** After the first session: a third of the dots, each where it stays. */
export const FirstSession: Story = { args: { stage: 'session-1', pattern: 'norwood-5' } };

/** In some years: strength is lost, which is an estimate. */
export const InYears: Story = { args: { stage: 'years-4', pattern: 'norwood-5' } };

/** From the side. */
export const Left: Story = { args: { view: 'left', pattern: 'norwood-4' } };

/** From above. */
export const Top: Story = { args: { view: 'top', pattern: 'norwood-5' } };

/** From behind. */
export const Back: Story = { args: { view: 'back', pattern: 'norwood-6' } };

/** A low, straight line: the picker warns, and forbids nothing. */
export const Advice: Story = {
  args: { shape: 'juvenile-low', 'mid-height': 62, edge: 'defined' },
  play: async (played) => {
    const visitor = await guestAt(played, TAG);
    await visitor.ready();
    await visitor.part('advice');
  },
};

/** On a photo of one’s own, which stays on the device. The one here is drawn. */
export const OwnPhoto: Story = { play: async (played) => void (await chooseOwnPhoto(played)) };

/** A file that is no picture. */
export const NoPicture: Story = {
  play: async (played) => {
    const visitor = await guestAt(played, TAG);
    await visitor.ready();
    await offer(visitor, new File(['These are words.'], 'words.jpg', { type: 'image/jpeg' }));
    await visitor.until('a word about the file', () => alertOf(visitor) !== '');
  },
};

/** Shades, shapes and a style of the clinic’s own. */
export const ClinicPalette: Story = { parameters: { scene: { content: FALLBACK, adapter: withPalette } } };

/** A design that can only be looked at. */
export const ReadOnly: Story = { args: { readonly: true, shape: 'widows-peak', pattern: 'norwood-4' } };

/** Laid out from right to left; the head is not mirrored. */
export const RightToLeft: Story = { globals: { locale: 'ar' } };

/** In the look of an old barber’s shop. */
export const Themed: Story = { globals: { theme: 'barber' } };

async function chooseOwnPhoto(played: Played): Promise<Guest> {
  const visitor = await guestAt(played, TAG);
  await visitor.ready();
  await offer(visitor, await ownPhoto());
  await visitor.until('marks on the photo', () => visitor.root.querySelector('[data-mark]') ?? undefined);
  return visitor;
}

/** Chooses a file, as the browser’s own dialogue would. */
async function offer(visitor: Guest, file: File): Promise<void> {
  const input = await visitor.until(
    'the field for a photo',
    () => visitor.root.querySelector<HTMLInputElement>('input[type=file]') ?? undefined,
  );
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const alertOf = ({ root }: Guest): string => root.querySelector('[role=alert]')?.textContent.trim() ?? '';
