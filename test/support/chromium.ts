import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where it is usually installed; `CHROMIUM` names another place. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where this machine's Chromium is. */
export function chromiumPath(): string {
  const path = process.env['CHROMIUM'] ?? PLACES.find((place) => existsSync(place));
  if (!path) throw new Error('No Chromium found; name one by CHROMIUM');
  return path;
}

/** Starts the Chromium of this machine. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
}
