/** Test runner plugin: what a test asks of the browser from outside, the same in every engine that can do it. */
export function browserCommands() {
  const sessions = new WeakMap();
  const devtools = async (page) => {
    if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
    return sessions.get(page);
  };

  const commands = {
    async 'smp-emulate-media'({ media = '', ...features }, { browser, id }) {
      const client = await devtools(browser.getPage(id));
      await client.send('Emulation.setEmulatedMedia', {
        media,
        features: Object.entries(features).map(([name, value]) => ({ name, value })),
      });
    },
    async 'smp-set-time-zone'({ timeZone }, { browser, id }) {
      const client = await devtools(browser.getPage(id));
      await client.send('Emulation.setTimezoneOverride', { timezoneId: timeZone });
    },
    async 'smp-set-viewport'({ width, height }, { browser, id }) {
      if (browser.type === 'puppeteer') await browser.getPage(id).setViewport({ width, height });
      else await browser.driver.setWindowRect(null, null, width, height);
    },
    async 'smp-press'({ keys }, { browser, id }) {
      if (browser.type !== 'puppeteer') return void (await browser.driver.keys(keys));
      const { keyboard } = browser.getPage(id);
      // Firefox knows the space bar only by what it writes.
      const named = keys.map((key) => (key === 'Space' ? ' ' : key));
      const held = named.slice(0, -1);
      for (const key of held) await keyboard.down(key);
      await keyboard.press(named.at(-1));
      for (const key of held.reverse()) await keyboard.up(key);
    },
    async 'smp-type'({ text }, { browser, id }) {
      if (browser.type === 'puppeteer') await browser.getPage(id).keyboard.type(text);
      else await browser.driver.keys([...text]);
    },
    async 'smp-click-at'({ x, y }, { browser, id }) {
      if (browser.type === 'puppeteer') await browser.getPage(id).mouse.click(x, y);
      else await browser.sendMouseClick(id, Math.round(x), Math.round(y));
    },
    async 'smp-drag'({ places }, { browser, id }) {
      const [start, ...rest] = places.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
      if (browser.type === 'puppeteer') {
        const { mouse } = browser.getPage(id);
        await mouse.move(start.x, start.y);
        await mouse.down();
        for (const { x, y } of rest) await mouse.move(x, y);
        await mouse.up();
        return;
      }
      const pointer = browser.driver.action('pointer').move(start).down();
      for (const { x, y } of rest) pointer.move({ x, y, duration: 20 });
      await pointer.up().perform();
    },
    async 'smp-collect-garbage'(_payload, { browser, id }) {
      const client = await devtools(browser.getPage(id));
      await client.send('HeapProfiler.collectGarbage');
    },
  };

  return {
    name: 'smp-browser-commands',
    async executeCommand({ command, payload, session }) {
      if (!Object.hasOwn(commands, command)) return undefined;
      await commands[command](payload, session);
      return true;
    },
  };
}
