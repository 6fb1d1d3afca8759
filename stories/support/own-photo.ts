const SIDE = 900;

/** A drawn face on a plain wall, as a file from a phone would come. */
export async function ownPhoto(): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Nothing can be drawn here');
  draw(context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  if (!blob) throw new Error('The drawing could not be made a file');
  return new File([blob], 'me.jpg', { type: 'image/jpeg' });
}

function draw(context: CanvasRenderingContext2D): void {
  const wall = context.createLinearGradient(0, 0, SIDE, SIDE);
  wall.addColorStop(0, '#cfd6d8');
  wall.addColorStop(1, '#a9b3b6');
  context.fillStyle = wall;
  context.fillRect(0, 0, SIDE, SIDE);

  const oval = (x: number, y: number, across: number, down: number, colour: string | CanvasGradient) => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse(x, y, across, down, 0, 0, Math.PI * 2);
    context.fill();
  };
  const skin = context.createRadialGradient(390, 330, 60, 450, 470, 460);
  skin.addColorStop(0, '#dcb08c');
  skin.addColorStop(1, '#a97751');
  context.fillStyle = '#2f4550';
  context.fillRect(170, 800, 560, 120);
  oval(450, 840, 280, 110, '#2f4550');
  oval(450, 760, 110, 130, '#a5744f');
  oval(195, 500, 30, 70, '#b07e58');
  oval(705, 500, 30, 70, '#b07e58');
  oval(450, 450, 250, 330, skin);
  for (const x of [355, 545]) {
    oval(x, 480, 38, 17, '#f4efe9');
    oval(x, 480, 15, 15, '#4a3424');
    oval(x, 432, 58, 9, '#4f3a2b');
  }
  oval(450, 590, 34, 20, '#a06c48');
  oval(450, 680, 74, 14, '#9a5b4c');
}
