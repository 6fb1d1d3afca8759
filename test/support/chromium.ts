import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from '../../.ci/chromium.mjs';

/** Starts the Chromium of this machine. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
}
