import { chromium } from 'playwright-core';
import { chromiumPath } from '../../.ci/chromium.mjs';

/** 1.6 Mbps down, 0.75 Mbps up, 150 ms there and back. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const CPU_SLOWDOWN = 4;

export const launch = () =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--hide-scrollbars',
    ],
  });

/** Opens an empty page with an empty cache, as slow as a cheap phone on a train; gives it and its protocol session. */
export async function openSlow(browser, { network = true, cpu = CPU_SLOWDOWN } = {}) {
  const context = await browser.newContext({ viewport: { width: 412, height: 1600 }, locale: 'en-GB' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: false });
  if (network) await client.send('Network.emulateNetworkConditions', SLOW_4G);
  await client.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { page, client, close: () => context.close() };
}

/** What is asked in the page: finds through shadow roots. */
export const deepQuery = `
globalThis.deepQuery = (selector, root = document) => {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot && deepQuery(selector, element.shadowRoot);
    if (inner) return inner;
  }
  return undefined;
};`;

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
