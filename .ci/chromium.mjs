// Where this machine's Chromium is.
import { existsSync } from 'node:fs';

/** The engine without windows. A whole Chromium draws some that nobody sees, which costs as much as the pages in them. */
export const SHELL = '/usr/bin/chromium-headless-shell';
/** Where it is usually installed; `CHROMIUM` names another place. */
const PLACES = [SHELL, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Undefined where there is none. */
export function findChromium() {
  const { CHROMIUM } = process.env;
  return CHROMIUM ? [CHROMIUM].find((path) => existsSync(path)) : PLACES.find((path) => existsSync(path));
}

/** @throws Error where there is none */
export function chromiumPath() {
  const path = findChromium();
  if (!path) throw new Error('No Chromium found; name one by CHROMIUM');
  return path;
}
