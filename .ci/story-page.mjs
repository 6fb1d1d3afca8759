// What the check of the stories does inside a story's page. Each function is sent to the browser as it is.

/** Before anything of the page runs: gathers what Storybook tells of the story, in `storyNews`. */
export function gatherNews() {
  window.clearNews = () => {
    window.storyNews = { rendered: false, snippet: undefined, problems: [] };
  };
  window.clearNews();
  const text = (error) => String(error?.message ?? error).split('\n')[0];
  const listen = (channel) => {
    const problem = (kind) => (error) => window.storyNews.problems.push(`${kind}: ${text(error)}`);
    channel.on('playFunctionThrewException', problem('play'));
    channel.on('storyThrewException', problem('render'));
    channel.on('storyMissing', problem('missing'));
    channel.on('storyErrored', ({ title, description }) => problem('render')(`${title} ${description}`));
    channel.on('unhandledErrorsWhilePlaying', (errors) => errors.forEach(problem('uncaught')));
    channel.on('storybook/docs/snippet-rendered', ({ source }) => {
      window.storyNews.snippet = source;
    });
    channel.on('docsRendered', () => {
      window.storyNews.rendered = true;
    });
    channel.on('storyFinished', ({ reporters }) => {
      window.storyNews.looked = reporters.some(({ type }) => type === 'a11y');
      for (const { type, status, result } of reporters) {
        if (status === 'passed') continue;
        for (const { id, nodes } of result.violations ?? []) {
          for (const { html, failureSummary } of nodes) {
            problem(type)(`${id}: ${html.slice(0, 140)} (${failureSummary?.replaceAll(/\s+/g, ' ').slice(0, 200)})`);
          }
        }
        if (!result.violations?.length) problem(type)(result.error ?? status);
      }
      window.storyNews.rendered = true;
    });
  };
  let channel;
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(value) {
      channel = value;
      listen(value);
    },
  });
}

/** Goes on to another story without loading the page anew, as a click in the sidebar does. */
export function goOn(storyId) {
  window.clearNews();
  window.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' });
}

/** How many pixels of the page lie beyond the screen. */
export const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** What the snippet would show otherwise than the story does: markup, properties, styles. Empty where nothing. */
export function snippetDifferences() {
  const { snippet } = window.storyNews;
  if (!snippet) return ['there is no snippet'];
  const parsed = new DOMParser().parseFromString(snippet, 'text/html');
  const copied = parsed.querySelector('smp-clinic');
  const shown = document.querySelector('#storybook-root smp-clinic');
  if (!copied || !shown) return ['there is no clinic'];
  const differences = [];
  const differ = (what, left, right) => {
    const [before, after] = [left, right].map((value) => JSON.stringify(value));
    if (before !== after) differences.push(`${what}: the snippet has ${before}, the story ${after}`);
  };
  // The story's own backend stands in for the clinic's endpoint; styles come from the style sheet.
  const attributes = (element) =>
    Object.fromEntries(
      [...element.attributes]
        .filter(({ name }) => !['style', 'endpoint'].includes(name))
        .map(({ name, value }) => [name, value])
        .sort(),
    );
  const children = (element) =>
    [...element.childNodes].filter(
      (node) =>
        // What a launcher itself puts into its dialog.
        node.slot !== 'content' &&
        (node.nodeType === Node.ELEMENT_NODE || (node.nodeType === Node.TEXT_NODE && node.data.trim() !== '')),
    );
  const compare = (left, right, path) => {
    differ(`${path}, attributes`, attributes(left), attributes(right));
    const [ours, theirs] = [children(left), children(right)];
    differ(
      `${path}, content`,
      ours.map(({ nodeName }) => nodeName),
      theirs.map(({ nodeName }) => nodeName),
    );
    ours.forEach((node, index) => {
      const other = theirs[index];
      if (other?.nodeName !== node.nodeName) return;
      if (node.nodeType === Node.TEXT_NODE) differ(`${path}, text`, node.data.trim(), other.data.trim());
      else compare(node, other, `${path} ${node.localName}`);
    });
  };
  compare(copied, shown, 'smp-clinic');

  const living = document.importNode(copied, true);
  customElements.upgrade(living);
  for (const element of [living, ...living.querySelectorAll('*')].filter(({ localName }) =>
    localName.startsWith('smp-'),
  )) {
    const other = element.localName === 'smp-clinic' ? shown : shown.querySelector(element.localName);
    for (const [name, { attribute, state }] of element.constructor.elementProperties ?? []) {
      if (attribute === false || state || name === 'endpoint') continue;
      differ(`${element.localName}.${name}`, element[name] ?? null, other?.[name] ?? null);
    }
  }

  const theme = parsed.querySelector('link')?.getAttribute('href') ?? '';
  differ('theme', /([^/]*)\.css$/.exec(theme)?.[1] ?? '', document.querySelector('.stage').dataset.theme);

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(parsed.querySelector('style')?.textContent ?? '');
  const declared = (style) =>
    Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name).trim()]).sort());
  for (const tag of new Set(['smp-clinic', ...[...shown.children].map(({ localName }) => localName)])) {
    const rule = [...sheet.cssRules].find(({ selectorText }) => selectorText === tag);
    const element = tag === 'smp-clinic' ? shown : shown.querySelector(tag);
    differ(`${tag}, style`, rule ? declared(rule.style) : {}, declared(element.style));
  }
  return differences;
}
