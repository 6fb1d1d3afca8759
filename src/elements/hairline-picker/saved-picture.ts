/** Lets the visitor keep the picture, with its caption, as a PNG file. It is made on the device and goes nowhere else. */
export async function savePicture(source: HTMLCanvasElement, caption: string, name: string): Promise<void> {
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
  context.fillStyle = '#3c4043';
  context.font = `${Math.round(side / 42)}px sans-serif`;
  context.fillText(caption, side / 32, side - side / 32);
  const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  canvas.width = 0;
  if (!image) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(image);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
