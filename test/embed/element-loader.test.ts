import { assert } from '@esm-bundle/chai';
import { EARLY_READS, type EarlyReads } from '../../src/adapters/early-reads.js';
import { ElementLoader, type ChunkManifest } from '../../src/embed/element-loader.js';

const page = globalThis as { [EARLY_READS]?: EarlyReads; loadedChunks?: string[] };
const here = new URL('./', import.meta.url);
let number = 0;

/** Files under an address of their own, so that no test finds what another one loaded. */
function manifest(tags: Record<string, readonly number[]>): ChunkManifest {
  number += 1;
  const files = ['one', 'two', 'missing', '*/words'].map((name) => `chunks/${name}.js?${number}`);
  return { files, tags, endpoint: [1], languages: ['de', 'fr'] };
}

/** Files of this test that have run. A late one of another test does not count. */
const loaded = (): string[] =>
  (page.loadedChunks ?? []).filter((url) => url.endsWith(`?${number}`)).map((url) => /(\w+)\.js/.exec(url)?.[1] ?? '');

const preloads = (): string[] =>
  [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')].map(
    (link) => /chunks\/([\w/]+)/.exec(link.href)?.[1] ?? '',
  );

async function until(condition: () => boolean, triesLeft = 300): Promise<void> {
  if (condition()) return;
  assert.isAbove(triesLeft, 0, 'it happens in time');
  await new Promise((resolve) => setTimeout(resolve, 10));
  await until(condition, triesLeft - 1);
}

function put(markup: readonly (readonly [tag: string, attributes?: Record<string, string>])[]): HTMLElement {
  const root = document.createElement('div');
  let parent: HTMLElement = root;
  for (const [tag, attributes = {}] of markup) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    parent = element;
  }
  return root;
}

describe('ElementLoader', () => {
  const realFetch = globalThis.fetch;
  const realWarn = console.warn;
  let asked: { address: string; credentials: RequestCredentials | undefined }[];
  let warnings: unknown[][];
  let root: HTMLElement | undefined;
  let loaders: ElementLoader[];

  const start = (tags: Record<string, readonly number[]>): ElementLoader => {
    const loader = new ElementLoader(manifest(tags), here.href);
    loaders.push(loader);
    loader.start();
    return loader;
  };
  const show = (...markup: Parameters<typeof put>[0]): void => {
    root = put(markup);
    document.body.append(root);
  };

  beforeEach(() => {
    asked = [];
    warnings = [];
    loaders = [];
    globalThis.fetch = (input, init) => {
      asked.push({ address: String(input), credentials: init?.credentials });
      return Promise.resolve(new Response('{}'));
    };
    console.warn = (...words: unknown[]) => void warnings.push(words);
  });

  afterEach(() => {
    for (const loader of loaders) loader.stop();
    root?.remove();
    document.head.querySelectorAll('link[rel=modulepreload]').forEach((link) => link.remove());
    delete page[EARLY_READS];
    globalThis.fetch = realFetch;
    console.warn = realWarn;
  });

  it('loads the code of the elements in the page, and only theirs', async () => {
    show(['smp-one']);
    start({ 'smp-one': [0], 'smp-two': [1] });
    await until(() => loaded().length === 1);
    assert.deepEqual(loaded(), ['one']);
  });

  it('asks for every file of an element at once', () => {
    show(['smp-one']);
    start({ 'smp-one': [0, 1] });
    assert.deepEqual(preloads(), ['one', 'two']);
  });

  it('asks for a shared file once', () => {
    show(['smp-one'], ['smp-two']);
    start({ 'smp-one': [0, 1], 'smp-two': [1] });
    assert.deepEqual(preloads(), ['one', 'two']);
  });

  it('asks for the words of every language that an element is in, but English', () => {
    show(['section', { lang: 'de-AT' }], ['smp-one']);
    const french = put([['smp-one', { lang: 'fr' }]]);
    root?.append(french, put([['smp-one', { lang: 'en' }]]), put([['smp-one', { lang: 'sv' }]]));
    start({ 'smp-one': [0, 3] });
    assert.deepEqual(preloads(), ['one', 'de/words', 'fr/words']);
  });

  it('loads an element that is added later, also deep inside another', async () => {
    start({ 'smp-two': [1] });
    assert.deepEqual(loaded(), []);
    show(['section'], ['smp-two']);
    await until(() => loaded().length === 1);
    assert.deepEqual(loaded(), ['two']);
  });

  it('loads an element that stands in the page twice once', async () => {
    show(['smp-one'], ['smp-one']);
    start({ 'smp-one': [0], 'smp-two': [1] });
    document.body.append(document.createElement('smp-one'));
    await until(() => loaded().length === 1);
    document.body.lastElementChild?.remove();
    assert.deepEqual(preloads(), ['one']);
  });

  it('leaves the page alone where nothing is used', () => {
    show(['section']);
    start({ 'smp-one': [0] });
    assert.deepEqual(preloads(), []);
    assert.deepEqual(asked, []);
  });

  it('warns, and goes on, where a file is not there', async () => {
    show(['smp-gone'], ['smp-one']);
    start({ 'smp-gone': [2], 'smp-one': [0] });
    await until(() => warnings.length === 1 && loaded().length === 1);
    assert.match(String(warnings[0]?.[0]), /<smp-gone>/);
  });

  it('tries again with the next one, and when asked to, where a file was not there', async () => {
    show(['smp-gone']);
    const loader = start({ 'smp-gone': [2], 'smp-one': [0] });
    await until(() => warnings.length === 1);
    root?.append(document.createElement('smp-gone'));
    await until(() => warnings.length === 2);
    loader.load('smp-gone');
    await until(() => warnings.length === 3);
  });

  it('asks for the clinic and for the first times while the code is on its way', () => {
    show(
      ['smp-clinic', { endpoint: '/smp/' }],
      ['smp-slot-booker', { location: 'x y', practitioner: 'ada', service: 'a&b' }],
    );
    start({ 'smp-clinic': [0], 'smp-slot-booker': [0] });
    const base = new URL('/smp/v1/', location.href).href;
    assert.deepEqual(asked, [
      { address: `${base}clinic`, credentials: 'omit' },
      { address: `${base}slots?service=a%26b&practitioner=ada&location=x+y`, credentials: 'omit' },
    ]);
    assert.deepEqual(
      [...(page[EARLY_READS]?.keys() ?? [])],
      asked.map(({ address }) => address),
    );
  });

  it('asks again for nothing when an element is moved whose code is there', async () => {
    customElements.define('smp-moved', class extends HTMLElement {});
    show(['section'], ['smp-moved', { endpoint: '/smp', service: 'a' }]);
    start({ 'smp-moved': [0], 'smp-two': [1] });
    root?.append(root.querySelector('smp-moved') ?? '');
    root?.append(put([['smp-two', { endpoint: '/two' }]]));
    await until(() => asked.length > 0);
    assert.deepEqual(
      asked.map(({ address }) => new URL(address).pathname),
      ['/two/v1/clinic'],
    );
  });

  it('keeps an answer that nobody takes for half a minute, as it would be taken for news later', () => {
    const realTimeout = globalThis.setTimeout;
    const later: (() => void)[] = [];
    globalThis.setTimeout = ((task: () => void, wait?: number) =>
      wait === 30_000 ? later.push(task) : realTimeout(task, wait)) as typeof setTimeout;
    show(['smp-slot-booker', { endpoint: '/smp', service: 'a' }]);
    start({ 'smp-slot-booker': [0] });
    globalThis.setTimeout = realTimeout;
    assert.equal(page[EARLY_READS]?.size, 2);
    for (const task of later) task();
    assert.equal(page[EARLY_READS]?.size, 0);
  });

  it('asks for what an endpoint needs on top only where there is one', () => {
    show(['smp-clinic']);
    start({ 'smp-clinic': [0] });
    assert.deepEqual(preloads(), ['one']);
    root?.remove();
    show(['smp-clinic', { endpoint: 'https://clinic.example/smp' }]);
    start({ 'smp-clinic': [0] });
    assert.include(preloads(), 'two');
  });

  it('asks for nothing but its button’s code where there is a launcher', () => {
    show(['smp-launcher', { endpoint: '/smp', service: 'a' }]);
    start({ 'smp-clinic': [0], 'smp-launcher': [0] });
    assert.deepEqual(preloads(), ['one']);
    assert.deepEqual(asked, []);
  });

  it('fetches ahead what a launcher will open, and runs none of it', async () => {
    const loader = start({ 'smp-clinic': [0], 'smp-two': [1] });
    loader.preload('smp-two', 'smp-unknown');
    assert.deepEqual(preloads(), ['two']);
    show(['smp-clinic']);
    await until(() => loaded().length === 1);
    assert.deepEqual(loaded(), ['one']);
  });

  it('opens the other doors for data attributes, and when asked to', async () => {
    show(['div', { 'data-smp-open': '' }]);
    const tags = { '[data-smp],[data-smp-open]': [0], 'smp-two': [1] };
    start(tags);
    await until(() => loaded().length === 1);
    root?.remove();
    start(tags).load('[data-smp],[data-smp-open]');
    await until(() => loaded().length === 1);
    assert.deepEqual(loaded(), ['one']);
  });

  it('leaves the times alone where the visitor still has to choose a service', () => {
    show(['smp-clinic', { endpoint: '/smp' }], ['smp-slot-booker', { practitioner: 'ada' }]);
    start({ 'smp-clinic': [0], 'smp-slot-booker': [0] });
    assert.lengthOf(asked, 1);
  });

  it('asks nothing of an address that the adapter would refuse', () => {
    for (const endpoint of [
      '',
      'http://',
      '/smp?x=1',
      '/smp#x',
      'javascript:alert(1)',
      'https://ada:b@clinic.example/',
    ]) {
      show(['smp-clinic', { endpoint }]);
      start({ 'smp-clinic': [0] });
      root?.remove();
    }
    assert.deepEqual(asked, []);
  });

  it('swallows the failure of a read that nobody takes', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    const unhandled: unknown[] = [];
    const listener = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
    addEventListener('unhandledrejection', listener);
    show(['smp-clinic', { endpoint: '/smp' }]);
    start({ 'smp-clinic': [0] });
    await until(() => loaded().length === 1);
    removeEventListener('unhandledrejection', listener);
    assert.deepEqual(unhandled, []);
  });

  it('stops watching once every element is loaded', async () => {
    show(['smp-one']);
    start({ 'smp-one': [0] });
    await until(() => loaded().length === 1);
    show(['smp-one', { endpoint: '/late' }]);
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(asked, []);
  });
});
