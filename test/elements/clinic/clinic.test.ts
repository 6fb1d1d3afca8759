import { assert } from '@esm-bundle/chai';
import { SmpError } from '../../../src/domain/errors.js';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { Gate, Weather } from '../../support/fault-adapter.js';
import { errorsOf, usePageReports } from '../../support/page-reports.js';
import { ADA, isShown, type SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';

describe(`<smp-clinic> in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();

  const only = (): SlotBookerHarness => {
    const [booker, ...others] = page.bookers();
    if (!booker || others.length > 0) throw new Error('Not one booker');
    return booker;
  };

  it('connects what is inside it to one backend', async () => {
    const adapter = backend();
    const around = page.clinic({ adapter });
    const first = page.booker({ service: 'talk' }, around);
    const second = page.booker({ service: 'visit' }, around);
    await first.atTimes();
    await second.atTimes();
    assert.equal(adapter.state.calls.getClinic, 1);
  });

  it('shows an invented clinic with `demo`', async () => {
    page.write('<smp-clinic demo><smp-slot-booker></smp-slot-booker></smp-clinic>');
    const booker = only();
    await booker.chooseService('Video consultation');
    await booker.atTimes();
    await booker.pick(booker.times()[0] ?? '');
    await booker.hold();
    await booker.at(en.yourDetails);
    await booker.fill(ADA);
    await booker.continue();
    await booker.confirm();
    assert.match(await booker.confirmed(), /^SMP-/);
  });

  it('speaks the wire protocol to its endpoint', async () => {
    const { fetch } = window;
    const asked: string[] = [];
    window.fetch = (input) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    try {
      page.write('<smp-clinic endpoint="/smp"><smp-slot-booker service="talk"></smp-slot-booker></smp-clinic>');
      await only().shows('that there is no connection', () => only().alert().includes(en.errors.network));
      assert.include(asked, new URL('/smp/v1/clinic', location.href).href);
    } finally {
      window.fetch = fetch;
    }
  });

  describe('on a page that names its backends', () => {
    const listed = document.createElement('meta');
    listed.name = 'smp-endpoints';
    const { fetch } = window;
    let asked: string[];
    beforeEach(() => {
      document.head.append(listed);
      asked = [];
      window.fetch = (input) => {
        asked.push(input instanceof Request ? input.url : String(input));
        return Promise.reject(new TypeError('Failed to fetch'));
      };
    });
    afterEach(() => {
      window.fetch = fetch;
      listed.remove();
    });
    const write = (endpoint: string): SlotBookerHarness => {
      page.write(`<smp-clinic endpoint="${endpoint}"><smp-slot-booker service="talk"></smp-slot-booker></smp-clinic>`);
      return only();
    };
    const asks = async (endpoint: string): Promise<void> => {
      const booker = write(endpoint);
      await booker.shows('that there is no connection', () => booker.alert().includes(en.errors.network));
      assert.isNotEmpty(asked);
    };
    const asksNobody = async (endpoint: string): Promise<void> => {
      const errors = errorsOf(page.element);
      const booker = write(endpoint);
      await until('it is told', () => errors.length > 0);
      assert.deepEqual(errors, ['invalid-config']);
      await booker.shows('that it can’t be used', () => booker.alert() !== '');
      assert.isEmpty(asked);
    };

    it('asks those, however their addresses are written', async () => {
      listed.content = ' https://book.clinic.example/smp\n/smp ';
      await asks('https://book.clinic.example/smp/');
      page.element.replaceChildren();
      await asks(new URL('/smp', location.href).href);
    });

    it('asks no others', async () => {
      listed.content = 'https://book.clinic.example/smp';
      await asksNobody('https://book.clinic.example/smp/evil');
      page.element.replaceChildren();
      await asksNobody('https://evil.example/smp');
    });

    it('asks none where it names none', async () => {
      listed.content = '';
      await asksNobody('./');
    });

    it('asks any without that, control', async () => {
      listed.remove();
      await asks('https://evil.example/smp');
    });
  });

  it('shows its fallback until the backend has answered, and not after', async () => {
    const gate = new Gate();
    const around = page.clinic({ adapter: gate.before(backend(), 'getClinic') });
    around.insertAdjacentHTML('beforeend', '<p slot="fallback">Ring us</p><p>Hello</p>');
    const [fallback, greeting] = [...around.children] as [Element, Element];
    page.booker({}, around);
    await until('the backend is asked', () => gate.waiting > 0);
    assert.isTrue(isShown(fallback));
    assert.isTrue(isShown(greeting));
    gate.open();
    await until('the fallback is gone', () => !isShown(fallback));
    assert.isTrue(isShown(greeting));
  });

  it('shows it again when the backend fails, says so once, and connects anew', async () => {
    const weather = new Weather('getClinic', { kind: 'refuse', error: new SmpError('network', 'down for a while') });
    const errors = errorsOf(page.element);
    const around = page.clinic({ adapter: backend({ faults: weather.faults }), phone: '020 7946 0444' });
    around.insertAdjacentHTML('beforeend', '<p slot="fallback">Ring us</p>');
    const fallback = around.firstElementChild as Element;
    const booker = page.booker({ service: 'talk' }, around);
    await booker.shows('that nothing can be booked', () => booker.alert().includes(en.failedTitle));
    assert.isTrue(isShown(fallback));
    assert.equal(booker.part('phone')?.getAttribute('href'), 'tel:02079460444');
    assert.deepEqual(errors, ['network']);
    assert.isTrue(reports.warnings.some((text) => text.startsWith('[smp-widgets] network: ')));
    weather.calm();
    await booker.press(en.retry);
    await booker.atTimes();
    assert.isFalse(isShown(fallback));
    assert.isEmpty(reports.uncaught);
  });

  it('says so when it is told of no backend', async () => {
    const errors = errorsOf(page.element);
    page.write('<smp-clinic><smp-slot-booker></smp-slot-booker></smp-clinic>');
    await only().shows('that nothing can be booked', () => only().alert().includes(en.failedTitle));
    assert.deepEqual(errors, ['invalid-config']);
  });

  it('speaks in the clinic’s own words', async () => {
    const around = page.clinic({ adapter: backend(), messages: { holdTime: 'Keep it for me' } });
    const booker = page.booker({ service: 'talk' }, around);
    await booker.atTimes();
    assert.include(booker.buttons(), 'Keep it for me');
    around.messages = { holdTime: 'Keep it, please', chooseTime: 'When?' };
    await booker.at('When?');
    assert.include(booker.buttons(), 'Keep it, please');
  });

  it('speaks in the words that the page writes as JSON, by language', async () => {
    page.write(`<smp-clinic>
      <script type="application/json" data-smp-messages>{ "holdTime": "Keep it", "timesOn": "{1} times: {2}" }</script>
      <script type="application/json" data-smp-messages lang="en-GB">{ "showMonth": "All month" }</script>
      <smp-slot-booker service="talk"></smp-slot-booker>
    </smp-clinic>`);
    const around = page.find('smp-clinic');
    around.messages = { chooseTime: 'When?' };
    around.adapter = backend();
    await only().at('When?');
    assert.includeMembers(only().buttons(), ['Keep it', 'All month']);
    assert.match(only().spoken(), /^\d+ times: \w+day/);
    around.lang = 'en-US';
    await only().shows('no word of another region', () => !only().buttons().includes('All month'));
  });

  it('says which words are no JSON, and uses ours', async () => {
    const errors = errorsOf(page.element);
    page.write(`<smp-clinic>
      <script type="application/json" data-smp-messages>{ "holdTime": "Keep it", }</script>
      <smp-slot-booker service="talk"></smp-slot-booker>
    </smp-clinic>`);
    page.find('smp-clinic').adapter = backend();
    await only().atTimes();
    assert.include(only().buttons(), en.holdTime);
    assert.deepEqual(errors, ['invalid-config']);
  });

  it('carries the contact from one booker to the next', async () => {
    const around = page.clinic({ adapter: backend() });
    const first = page.booker({ service: 'talk' }, around);
    await first.toCheck();
    await first.confirm();
    await first.confirmed();
    const second = page.booker({ service: 'visit' }, around);
    await second.toDetails('15:00');
    const { name, email, phone } = ADA;
    assert.deepInclude(second.details(), { name, email, phone, privacy: false });
  });

  it('carries it also to one that was there before, and not over what was typed there', async () => {
    const around = page.clinic({ adapter: backend() });
    const first = page.booker({ service: 'talk' }, around);
    const second = page.booker({ service: 'visit' }, around);
    await second.toDetails('15:00');
    await second.fill({ name: 'Grace' });
    await first.toCheck();
    await first.confirm();
    await first.confirmed();
    await second.shows('the address', () => second.details().email === ADA.email);
    assert.equal(second.details().name, 'Grace');
  });

  it('gives way to what a booker names itself', async () => {
    const own = backend();
    const around = page.clinic({ adapter: backend() });
    const booker = page.booker({ service: 'talk', adapter: own }, around);
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(own.state.bookings, 1);
  });

  it('is found by a booker that is moved into it', async () => {
    const inside = backend();
    const around = page.clinic({ adapter: inside });
    const other = page.clinic({ adapter: backend() });
    const booker = page.booker({ service: 'talk' }, other);
    await booker.atTimes();
    around.append(booker.element);
    await until('the other backend is asked', () => inside.state.calls.listSlots > 0);
  });

  it('counts where a framework says that a booker has no adapter of its own, or has none any more', async () => {
    const outer = backend();
    const around = page.clinic({ adapter: outer });
    const none = page.booker({ service: 'talk' }, around);
    Object.assign(none.element, { adapter: null, endpoint: null });
    await none.atTimes();
    const inner = backend();
    const booker = page.booker({ service: 'visit', adapter: inner }, around);
    await booker.atTimes();
    const asked = outer.state.calls.listSlots;
    Object.assign(booker.element, { adapter: null });
    await until('the clinic around it is asked', () => outer.state.calls.listSlots > asked);
    assert.equal(inner.state.calls.listSlots, 1);
  });

  it('takes another adapter at any time', async () => {
    const around = page.clinic({ adapter: backend() });
    const booker = page.booker({ service: 'talk' }, around);
    await booker.atTimes();
    const other = backend();
    around.adapter = other;
    await until('the other is asked', () => other.state.calls.listSlots > 0);
    await booker.atTimes();
  });
});
