import type { HairlineMessages } from '../../locales/hairline/messages.js';

/**
 * Lets the visitor keep the picture, with its caption, as a PNG file; where it is compared up to the share `before` of its
 * width, each side says what it is. It is made on the device and goes nowhere else.
 */
export async function savePicture(
  source: HTMLCanvasElement,
  name: string,
  words: Pick<HairlineMessages, 'caption' | 'before' | 'after'>,
  dir: string,
  before: number | undefined,
): Promise<void> {
  const canvas = document.createElement('canvas');
  const side = (canvas.width = canvas.height = source.width);
  const context = canvas.getContext('2d');
  if (!context) return;
  const light = context.createRadialGradient(side * 0.42, side * 0.36, 0, side * 0.42, side * 0.36, side * 0.75);
  light.addColorStop(0, '#f6f5f2');
  light.addColorStop(1, '#dcdad5');
  context.fillStyle = light;
  context.fillRect(0, 0, side, side);
  context.drawImage(source, 0, 0);
  const size = Math.max(12, Math.round(side / 40));
  const edge = size * 1.6;
  context.font = `${size}px sans-serif`;
  context.direction = dir === 'rtl' ? 'rtl' : 'ltr';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineCap = 'round';
  /** A text on a plate of its own, readable on any picture: `left` says how far its left edge is for its width. */
  const write = (text: string, y: number, left: (width: number) => number): void => {
    const width = Math.min(context.measureText(text).width, side - 4 * size);
    const from = left(width + 2 * size) + size;
    context.strokeStyle = '#ffffffe6';
    context.lineWidth = size * 1.9;
    context.beginPath();
    context.moveTo(from, y);
    context.lineTo(from + width, y);
    context.stroke();
    context.fillStyle = '#26292b';
    context.fillText(text, from + width / 2, y, width);
  };
  if (before !== undefined) {
    const line = before * side;
    context.fillStyle = '#ffffff';
    context.fillRect(line - side / 400, 0, side / 200, side);
    if (before > 0.25) write(words.before, edge, (width) => line - width - size);
    if (before < 0.75) write(words.after, edge, () => line + size);
  }
  write(words.caption, side - edge, (width) => (dir === 'rtl' ? side - width - size : size));
  const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  canvas.width = 0;
  if (!image) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(image);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
