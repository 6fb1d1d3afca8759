import { executeServerCommand } from '@web/test-runner-commands';

/** The engine a browser test runs in. */
export type Engine = 'chromium' | 'firefox' | 'webkit';

export const engine: Engine = navigator.userAgent.includes('Firefox/')
  ? 'firefox'
  : navigator.userAgent.includes('Chrome/')
    ? 'chromium'
    : 'webkit';

/**
 * How many of so many random cases a test tries here: all in the engine in which most visitors are met, a tenth in the
 * others, where each is the same code again.
 */
export const caseCount = (all: number): number => (engine === 'chromium' ? all : all / 10);

/** What a test can ask of the browser from outside. */
export type Ability = 'collectGarbage' | 'emulateMedia' | 'setTimeZone' | 'setViewport';

const ABILITIES: Record<Engine, readonly Ability[]> = {
  chromium: ['collectGarbage', 'emulateMedia', 'setTimeZone', 'setViewport'],
  firefox: ['setViewport'],
  webkit: ['setViewport'],
};

/** Can this engine do it here? A test that needs it says `if (!can('emulateMedia')) this.skip()`. */
export const can = (ability: Ability): boolean => ABILITIES[engine].includes(ability);

/** Media features to pretend; what is not named goes back to the browser's own. */
export interface MediaFeatures {
  readonly media?: 'screen' | 'print';
  readonly 'prefers-color-scheme'?: 'light' | 'dark';
  readonly 'prefers-reduced-motion'?: 'reduce' | 'no-preference';
  readonly 'prefers-contrast'?: 'more' | 'less' | 'no-preference';
  readonly 'forced-colors'?: 'active' | 'none';
}

/** Needs `can('emulateMedia')`. */
export async function emulateMedia(features: MediaFeatures): Promise<void> {
  await executeServerCommand('smp-emulate-media', { ...features });
}

/** Sets the visitor's time zone for this page; an empty name goes back to the machine's. Needs `can('setTimeZone')`. */
export async function setTimeZone(timeZone: string): Promise<void> {
  await executeServerCommand('smp-set-time-zone', { timeZone });
}

const pageSize = (): string => `${innerWidth} ${innerHeight}`;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the page's size is no longer what it was, or for a second, and then until it stays as it is. */
async function settled(before: string): Promise<void> {
  for (let left = 20; left > 0 && pageSize() === before; left -= 1) await pause(50);
  for (let size = ''; size !== pageSize();) {
    size = pageSize();
    await pause(200);
  }
}

/** Sets the size of the page in CSS pixels, or of its window where that cannot be. Needs `can('setViewport')`. */
export async function setViewport(size: { readonly width: number; readonly height: number }): Promise<void> {
  const before = pageSize();
  await executeServerCommand('smp-set-viewport', { ...size });
  if (innerWidth !== size.width || innerHeight !== size.height) await settled(before);
}

/** Presses real keys, the last one while the others are held: `press('Tab')`, `press('Shift', 'Tab')`. */
export async function press(...keys: readonly string[]): Promise<void> {
  await executeServerCommand('smp-press', { keys: [...keys] });
}

/** Types text into whatever has the focus. */
export async function type(text: string): Promise<void> {
  await executeServerCommand('smp-type', { text });
}

/** Clicks the middle of an element with the real mouse. */
export async function click(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = element.getBoundingClientRect();
  await executeServerCommand('smp-click-at', { x: left + width / 2, y: top + height / 2 });
}

/** Drags with the real mouse: presses at the first place of the page, goes along the others, and lets go at the last. */
export async function drag(...places: readonly { readonly x: number; readonly y: number }[]): Promise<void> {
  await executeServerCommand('smp-drag', { places: places.map(({ x, y }) => ({ x, y })) });
}

/** Throws away whatever nobody holds any more. Needs `can('collectGarbage')`. */
export async function collectGarbage(): Promise<void> {
  await executeServerCommand('smp-collect-garbage', {});
}
