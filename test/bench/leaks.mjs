import { openSlow } from './slow-browser.mjs';

const cycle = `async (times, endpoint) => {
  for (let left = times; left > 0; left -= 1) {
    const clinic = document.createElement('smp-clinic');
    clinic.setAttribute('endpoint', endpoint);
    const booker = document.createElement('smp-slot-booker');
    booker.setAttribute('service', 'consultation-video');
    clinic.append(booker);
    document.body.append(clinic);
    const begun = performance.now();
    while (!booker.shadowRoot?.querySelector('[part~=time]') && performance.now() - begun < 2000) {
      await new Promise((done) => setTimeout(done, 1));
    }
    if (!booker.shadowRoot?.querySelector('[part~=time]')) throw new Error('No times were shown');
    clinic.remove();
  }
}`;

/** Heap, nodes and listeners before and after the booker has been put in and taken out again many times. */
export async function measureLeaks(browser, url, times = 1000) {
  const { page, client, close } = await openSlow(browser, { network: false, cpu: 1 });
  await page.goto(`${url}/empty`);
  await page.waitForFunction(`customElements.get('smp-slot-booker')`);
  await client.send('HeapProfiler.enable');
  await client.send('Performance.enable');
  const look = async () => {
    // Twice, since what the first one ends may hold something the second one can free.
    for (let left = 3; left > 0; left -= 1) {
      await page.waitForTimeout(200);
      await client.send('HeapProfiler.collectGarbage');
    }
    const { metrics } = await client.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  const run = (count) => page.evaluate(`(${cycle})(${count}, '/smp')`);
  // Caches fill and code is compiled in the first rounds.
  await run(Math.ceil(times / 10));
  const before = await look();
  await run(times);
  const after = await look();
  await close();
  const growth = (name) => after[name] / before[name] - 1;
  return {
    times,
    before,
    after,
    growth: { heap: growth('heap'), nodes: growth('nodes'), listeners: growth('listeners') },
  };
}
