import { assert } from '@esm-bundle/chai';
import { html, LitElement } from 'lit';
import type { ClinicContext } from '../../src/context/clinic-context.js';
import { LanguageController } from '../../src/controllers/language-controller.js';
import type { Catalogue } from '../../src/locales/catalogue.js';
import type { ClinicMessages } from '../../src/locales/messages.js';
import { turn, until } from '../support/until.js';

interface Words {
  readonly back: string;
}

/** Words whose files come when the test says so. */
class Library {
  readonly asked: string[] = [];
  readonly #waiting = new Map<string, { readonly come: (words: Words) => void; readonly fail: () => void }>();

  readonly catalogue: Catalogue<Words> = {
    en: { back: 'Back' },
    others: { de: () => this.#file('de'), fr: () => this.#file('fr'), ar: () => this.#file('ar') },
    own: (words) => words,
  };

  #file(language: string): Promise<Readonly<Record<string, Words>>> {
    this.asked.push(language);
    return new Promise((resolve, reject) => {
      this.#waiting.set(language, {
        come: (words) => resolve({ [language]: words }),
        fail: () => reject(new Error('gone')),
      });
    });
  }

  async brings(language: string, back: string): Promise<void> {
    this.#waiting.get(language)?.come({ back });
    await turn();
  }

  async loses(language: string): Promise<void> {
    this.#waiting.get(language)?.fail();
    await turn();
  }
}

class TestSpeaker extends LitElement {
  static library = new Library();
  readonly clinic: { value?: ClinicContext } = {};
  readonly language = new LanguageController(this, this.clinic, [TestSpeaker.library.catalogue]);

  get text(): string {
    return this.renderRoot.textContent;
  }

  protected override render() {
    const { ready, language, dir } = this.language;
    return ready
      ? html`<p lang=${language} dir=${dir}>${this.language.of(TestSpeaker.library.catalogue).back}</p>`
      : html`…`;
  }
}
customElements.define('test-speaker', TestSpeaker);

describe('the language of an element', () => {
  const page = document.createElement('main');
  const warnings: unknown[] = [];
  const { warn } = console;
  let library = new Library();
  beforeEach(() => {
    library = TestSpeaker.library = new Library();
    document.documentElement.lang = 'en-GB';
    page.replaceChildren();
    page.lang = '';
    page.removeAttribute('lang');
    document.body.append(page);
    warnings.length = 0;
    console.warn = (text: unknown) => warnings.push(text);
  });
  afterEach(() => {
    console.warn = warn;
    page.remove();
  });

  async function speaker(parent: Element | ShadowRoot = page, messages?: ClinicMessages): Promise<TestSpeaker> {
    const element = new TestSpeaker();
    if (messages) element.clinic.value = { status: 'connecting', messages, retry: () => undefined };
    parent.append(element);
    await element.updateComplete;
    return element;
  }

  it('is English, at once, where the page is', async () => {
    const { text, language } = await speaker();
    assert.deepEqual([text, language.language, language.dir, language.locale], ['Back', 'en', 'ltr', 'en-GB']);
    assert.isEmpty(library.asked);
  });

  it('is the nearest one’s, region or not, and two at once on one page', async () => {
    page.lang = 'de-AT';
    const german = await speaker();
    const section = page.appendChild(Object.assign(document.createElement('section'), { lang: 'AR' }));
    const arabic = await speaker(section);
    assert.deepEqual([german.text, arabic.text], ['…', '…']);
    await library.brings('de', 'Zurück');
    await library.brings('ar', 'رجوع');
    assert.deepEqual([german.text, arabic.text], ['Zurück', 'رجوع']);
    assert.equal(german.language.locale, 'de-AT');
    assert.equal(arabic.renderRoot.querySelector('p')?.dir, 'rtl');
  });

  it('is found through slots and shadow roots', async () => {
    const host = page.appendChild(document.createElement('div'));
    host.lang = 'fr';
    const outer = host.attachShadow({ mode: 'open' });
    const inside = await speaker(outer);
    outer.append(document.createElement('slot'));
    const frame = outer.querySelector('slot');
    const around = document.createElement('p');
    around.lang = 'de';
    frame?.replaceWith(around);
    around.append(document.createElement('slot'));
    const slotted = await speaker(host);
    assert.deepEqual(
      [inside, slotted].map(({ language }) => language.ready),
      [false, false],
    );
    assert.deepEqual(library.asked, ['fr', 'de']);
    around.lang = 'ar';
    await turn();
    assert.deepEqual(library.asked, ['fr', 'de', 'ar']);
  });

  it('follows the page, keeping the last words until the next are there', async () => {
    const one = await speaker();
    document.documentElement.lang = 'de';
    await turn();
    assert.equal(one.text, 'Back');
    document.documentElement.lang = 'fr';
    await turn();
    await library.brings('de', 'Zurück');
    assert.equal(one.text, 'Back');
    await library.brings('fr', 'Retour');
    assert.equal(one.text, 'Retour');
    document.documentElement.lang = 'fr-CA';
    await turn();
    assert.equal(one.language.locale, 'fr-CA');
    assert.deepEqual(library.asked, ['de', 'fr']);
  });

  it('leaves nothing that watches behind, and finds its way again', async () => {
    const one = await speaker();
    one.remove();
    page.lang = 'de';
    await turn();
    assert.isEmpty(library.asked);
    page.append(one);
    await turn();
    assert.deepEqual(library.asked, ['de']);
  });

  it('is English where the words do not come, with one warning', async () => {
    page.lang = 'de';
    const [one, two] = [await speaker(), await speaker()];
    await library.loses('de');
    assert.equal(two.text, 'Back');
    assert.equal(two.language.language, 'en');
    assert.equal(one.text, '…');
    assert.lengthOf(warnings, 1);
    assert.include(String(warnings[0]), '[smp-widgets] network:');
  });

  for (const [moment, again] of [
    ['the device is online again', () => window.dispatchEvent(new Event('online'))],
    ['the element comes to the page again', (one: Element) => page.append(one)],
  ] as const) {
    it(`asks again for words that did not come once ${moment}, and not before`, async () => {
      page.lang = 'de';
      const one = await speaker();
      await library.loses('de');
      one.requestUpdate();
      await one.updateComplete;
      assert.deepEqual(library.asked, ['de']);
      again(one);
      await turn();
      assert.deepEqual(library.asked, ['de', 'de']);
      await library.brings('de', 'Zurück');
      await one.updateComplete;
      assert.equal(one.text, 'Zurück');
    });
  }

  it('is the clinic’s where the page’s is not known, and English after that', async () => {
    page.lang = 'sv';
    const swedish = await speaker(page, { language: 'sv', back: 'Tillbaka' });
    await until('the clinic’s words are there', () => swedish.text === 'Tillbaka');
    assert.equal(swedish.language.language, 'sv');
    const german = await speaker(page, { language: 'de' });
    assert.isFalse(german.language.ready);
    assert.deepEqual(library.asked, ['de']);
    assert.equal((await speaker()).text, 'Back');
  });

  it('is asked for in the clinic’s own words as well', async () => {
    const own = await speaker(page, { languages: { 'en-GB': { back: 'Go back' } } });
    await until('the clinic’s words are there', () => own.text === 'Go back');
    const { language } = own;
    const wording = ({ back }: Words) => back;
    const version = language.versionOf(library.catalogue, wording);
    assert.match(version, /^own-[a-z0-9]+-en$/);
    const other = await speaker(page, { languages: { 'en-GB': { back: 'Return' } } });
    await until('the other words are there', () => other.text === 'Return');
    assert.match(other.language.versionOf(library.catalogue, wording), /^own-[a-z0-9]+-en$/);
    assert.notEqual(other.language.versionOf(library.catalogue, wording), version);
    const same = await speaker(page, { back: 'Go back' });
    await until('the same words are there', () => same.text === 'Go back');
    assert.equal(same.language.versionOf(library.catalogue, wording), version);
    assert.equal((await speaker()).language.versionOf(library.catalogue, wording), 'default-1-en');
    assert.equal((await speaker()).language.versionOf(library.catalogue, wording, 'desk-1'), 'desk-1-en');
  });

  it('is that of words that are added later', async () => {
    page.lang = 'de';
    const one = await speaker();
    await library.brings('de', 'Zurück');
    const other = new Library();
    const added = one.language.add(other.catalogue);
    await library.brings('de', 'Zurück');
    await other.brings('de', 'Nach hinten');
    await added;
    assert.equal(one.language.of(other.catalogue).back, 'Nach hinten');
  });

  it('stays what it is where only words that are added do not come, with one warning', async () => {
    page.lang = 'fr';
    const one = await speaker();
    await library.brings('fr', 'Retour');
    const other = new Library();
    const added = one.language.add(other.catalogue);
    await library.brings('fr', 'Retour');
    await other.loses('fr');
    await added;
    await one.updateComplete;
    assert.deepEqual([one.text, one.language.language], ['Retour', 'fr']);
    assert.equal(one.language.of(other.catalogue).back, 'Back');
    assert.lengthOf(warnings, 1);
    page.lang = 'de';
    await turn();
    await library.brings('de', 'Zurück');
    await other.brings('de', 'Nach hinten');
    assert.deepEqual([one.text, one.language.of(other.catalogue).back], ['Zurück', 'Nach hinten']);
  });
});
