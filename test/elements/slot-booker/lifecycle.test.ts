import { assert } from '@esm-bundle/chai';
import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import { SmpClinic, SmpSlotBooker } from '../../../src/index.js';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { Gate, overridden } from '../../support/fault-adapter.js';
import { usePageReports } from '../../support/page-reports.js';
import { secondCopy } from '../../support/second-copy.js';
import { isShown, type SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { turn, until } from '../../support/until.js';

/** Counts who listens to the document and the window. */
function countListeners(): { readonly count: () => number; readonly stop: () => void } {
  const listening = new Set<string>();
  const names = new Map<unknown, number>();
  const nameOf = (listener: unknown): number => {
    const name = names.get(listener) ?? names.size;
    names.set(listener, name);
    return name;
  };
  const targets: EventTarget[] = [document, window, document.documentElement, document.body];
  for (const [index, target] of targets.entries()) {
    const { addEventListener: add, removeEventListener: remove } = target;
    Object.assign(target, {
      addEventListener(...args: Parameters<EventTarget['addEventListener']>) {
        const key = `${index} ${args[0]} ${nameOf(args[1])}`;
        listening.add(key);
        if (typeof args[2] === 'object') args[2].signal?.addEventListener('abort', () => listening.delete(key));
        Reflect.apply(add, target, args);
      },
      removeEventListener(...args: Parameters<EventTarget['removeEventListener']>) {
        listening.delete(`${index} ${args[0]} ${nameOf(args[1])}`);
        Reflect.apply(remove, target, args);
      },
    });
  }
  return {
    count: () => listening.size,
    stop: () => {
      for (const target of targets) {
        Reflect.deleteProperty(target, 'addEventListener');
        Reflect.deleteProperty(target, 'removeEventListener');
      }
    },
  };
}

describe(`the life of <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();

  it('leaves nobody listening after it has come and gone fifty times', async () => {
    const first = page.booker({ adapter: backend(), service: 'talk' });
    await first.atTimes();
    first.element.remove();
    const listeners = countListeners();
    try {
      const before = listeners.count();
      const adapter = backend();
      let most = 0;
      for (let times = 0; times < 50; times++) {
        const around = page.clinic({ adapter });
        const booker = page.booker({ service: 'talk' }, around);
        await (times % 10 === 0 ? booker.atTimes() : until('it stands', () => booker.element.shadowRoot));
        await turn();
        most = Math.max(most, listeners.count());
        around.remove();
      }
      await turn();
      assert.isAbove(most, before, 'it does listen while it is there');
      assert.equal(listeners.count(), before);
    } finally {
      listeners.stop();
    }
  });

  it('does not listen when it left before its code came', async () => {
    const listeners = countListeners();
    try {
      const booker = page.booker({ adapter: backend(), service: 'talk' });
      booker.element.remove();
      await turn();
      await turn();
      assert.equal(listeners.count(), 0);
      page.element.append(booker.element);
      await booker.atTimes();
    } finally {
      listeners.stop();
    }
  });

  it('waits no longer for times when it has left', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const adapter: SchedulingAdapter = overridden(backend(), {
      listSlots: (_, options) => {
        signals.push(options?.signal);
        return new Promise(() => undefined);
      },
    });
    const booker = page.booker({ adapter, service: 'talk' });
    await until('it has asked', () => signals.length > 0);
    assert.isFalse(signals[0]?.aborted);
    booker.element.remove();
    await until('it waits no longer', () => signals[0]?.aborted);
    page.element.append(booker.element);
    await until('it asks again', () => signals.length > 1);
  });

  it('takes no harm from being defined twice', async () => {
    for (const script of ['elements/clinic/define.ts', 'elements/slot-booker/define.ts', 'define.ts']) {
      await import(secondCopy(`src/${script}`));
    }
    assert.equal(customElements.get('smp-clinic'), SmpClinic);
    assert.equal(customElements.get('smp-slot-booker'), SmpSlotBooker);
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    assert.isEmpty(reports.uncaught);
  });

  it('is the element that its tag says', () => {
    assert.isTrue(document.createElement('smp-slot-booker') instanceof SmpSlotBooker);
    assert.isTrue(document.createElement('smp-clinic') instanceof SmpClinic);
  });

  it('may come into an open document by a parser, a copy and a template', async () => {
    page.write('<template><smp-slot-booker service="talk"></smp-slot-booker></template>');
    const { content } = page.find('template');
    const first = document.importNode(content, true).firstElementChild as SmpSlotBooker;
    const second = first.cloneNode(true) as SmpSlotBooker;
    for (const element of [first, second]) element.adapter = backend();
    page.element.append(first, second);
    for (const booker of page.bookers()) await booker.atTimes();
    assert.lengthOf(page.bookers(), 2);
  });

  it('keeps the day and the time that were chosen while it is moved', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    await booker.pickDay('2026-12-02');
    await booker.pick('11:30');
    const elsewhere = document.createElement('div');
    page.element.append(elsewhere);
    elsewhere.append(booker.element);
    await booker.element.updateComplete;
    assert.equal(booker.chosenTime(), '11:30');
    assert.equal(booker.days().find(({ chosen }) => chosen)?.date, '2026-12-02');
  });
});

describe(`the room of <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();

  interface Held {
    readonly booker: SlotBookerHarness;
    readonly gate: Gate;
    readonly below: HTMLElement;
  }

  /** A booker whose backend waits for a gate, with a paragraph below it. */
  function held(service: string | undefined, fallback?: string): Held {
    const gate = new Gate();
    const adapter = gate.before(gate.before(backend(), 'getClinic'), 'listSlots');
    const booker = page.booker({ adapter, ...(service !== undefined && { service }) });
    if (fallback !== undefined)
      booker.element.append(Object.assign(document.createElement('p'), { textContent: fallback }));
    const below = document.createElement('p');
    below.textContent = 'Below';
    page.element.append(below);
    return { booker, gate, below };
  }

  for (const width of [340, 800]) {
    it(`is kept while times load, at ${width} px`, async () => {
      page.element.style.inlineSize = `${width}px`;
      const { booker, gate, below } = held('talk');
      const tops: number[] = [];
      // What stands below the window may move: nobody sees it.
      const look = (): void =>
        void tops.push(
          Math.min(
            innerHeight,
            Math.round(below.getBoundingClientRect().top - booker.element.getBoundingClientRect().top),
          ),
        );
      await booker.element.updateComplete;
      look();
      await until('it has asked', () => gate.waiting > 0);
      await booker.element.updateComplete;
      look();
      gate.open();
      await booker.atTimes();
      look();
      await booker.pick('10:00');
      look();
      page.element.style.removeProperty('inline-size');
      assert.deepEqual(
        tops,
        tops.map(() => tops[0]),
      );
      assert.isAbove(tops[0] ?? 0, 400);
    });
  }

  it('shows its shape while it loads, where the page has no other content for it', async () => {
    const { booker, gate } = held(undefined);
    await until('it has asked', () => gate.waiting > 0);
    await booker.element.updateComplete;
    const drawn = booker.all('[aria-hidden=true] *, [aria-busy=true] *').filter(isShown);
    assert.isNotEmpty(drawn);
    gate.open();
    await booker.at(en.chooseService);
  });

  it('shows the page’s own content until it is ready, and not after', async () => {
    const { booker, gate } = held(undefined, 'Ring us');
    const fallback = booker.element.firstElementChild as Element;
    await booker.element.updateComplete;
    assert.isTrue(isShown(fallback));
    await until('it has asked', () => gate.waiting > 0);
    await booker.element.updateComplete;
    assert.isTrue(isShown(fallback));
    gate.open();
    await booker.at(en.chooseService);
    assert.isFalse(isShown(fallback));
    assert.isTrue(booker.element.matches(':state(ready)'));
  });

  it('can be given by the page', async () => {
    const { booker } = held(undefined);
    booker.element.style.setProperty('--smp-reserve', '100em');
    await booker.element.updateComplete;
    assert.isAtLeast(booker.element.getBoundingClientRect().height, 1600);
  });

  it('is none where it is hidden', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    booker.element.hidden = true;
    await booker.atTimes();
    assert.equal(booker.element.getBoundingClientRect().height, 0);
  });
});
