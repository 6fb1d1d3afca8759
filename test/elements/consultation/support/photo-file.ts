import type { ConsultationHarness } from '../../../support/consultation.harness.js';

/** A real photo as a visitor might have it: every one a little different. */
export async function photoFile(
  { width = 640, height = 480, type = 'image/jpeg', name = 'head.jpg' } = {},
  colour = 'rgb(170 120 90)',
): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Nothing can be drawn here');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'rgb(20 20 20)';
  context.fillRect(0, 0, width / 2, height / 2);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
  if (!blob) throw new Error(`No ${type} can be made here`);
  return new File([blob], name, { type });
}

/** Chooses a file for an angle, as the browser's own dialogue would. */
export async function addPhoto(consultation: ConsultationHarness, angle: string, file: File): Promise<void> {
  const input = consultation.photo(angle).querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error(`No file can be chosen for "${angle}"`);
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await consultation.element.updateComplete;
}
