import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { describeElements } from '../../.ci/element-docs.mjs';

const PLUGIN = fileURLToPath(new URL('../../demo/wordpress/smp-widgets/smp-widgets.php', import.meta.url));
const BLOCK = fileURLToPath(new URL('../../demo/wordpress/smp-widgets/block.js', import.meta.url));
const RENDER = fileURLToPath(new URL('support/render.php', import.meta.url));

interface Asked {
  readonly as: 'shortcode' | 'block' | 'script' | 'setting' | 'page' | 'elements' | 'head' | 'post';
  readonly [name: string]: unknown;
}

interface Answer {
  readonly html: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly styles: Readonly<Record<string, string>>;
}

const php = (args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr, error } = spawnSync('php', args, {
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  return { status, stdout, stderr };
};

/** What the plugin makes of each. Warnings of PHP are failures. */
function render(...asked: readonly Asked[]): Answer[] {
  const { status, stdout, stderr } = php(
    ['-d', 'error_reporting=-1', '-d', 'display_errors=stderr', RENDER],
    JSON.stringify(asked),
  );
  assert.equal(stderr, '');
  assert.equal(status, 0, stdout);
  return JSON.parse(stdout) as Answer[];
}

const shortcode = (attributes: object, more: object = {}): Asked => ({ as: 'shortcode', attributes, ...more });

const one = (asked: Asked): Answer => {
  const [answer] = render(asked);
  assert.ok(answer);
  return answer;
};

/** What one element may look like in a page: nothing but its tags, listed attributes and the fallback's plain tags. */
const SOUND =
  /^<smp-clinic endpoint="[^"'<>]+"(?: lang="[A-Za-z0-9-]+")?(?: analytics(?:-value|-currency)?="[^"'<>]*")*><(smp-[a-z-]+)((?: [a-z-]+="[^"<>]*")*)>((?:[^<>]|<\/?(?:p|a|br|strong|em)(?: href="[^"<>]*")?>)*)<\/\1><\/smp-clinic>$/;

/** The attributes of the element inside the clinic. @throws where the HTML is not {@link SOUND} */
function attributesOf(html: string): Record<string, string> {
  const [, , attributes] = SOUND.exec(html) ?? [];
  assert.ok(attributes !== undefined, `not sound: ${html}`);
  return Object.fromEntries(
    [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const HOSTILE = [
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '" onfocus="alert(1)" autofocus="',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  '&#106;avascript:alert(1)',
  '&quot;&gt;&lt;script&gt;',
  '</smp-slot-booker></smp-clinic><h1>',
  '-->',
  '{{constructor.constructor("alert(1)")()}}',
  '\u0000\u2028"',
];

describe('the WordPress plugin', () => {
  it('is sound PHP', () => {
    const { status, stdout } = php(['-l', PLUGIN]);
    assert.equal(status, 0, stdout);
  });

  it('shows an element in its clinic, and asks for the script', () => {
    const { html, scripts } = one(
      shortcode(
        { element: 'slot-booker', service: 'consultation', lang: 'de-AT' },
        { content: '<p>Call <a href="tel:+442079460111">020 7946 0111</a>.</p>' },
      ),
    );
    assert.equal(
      html,
      '<smp-clinic endpoint="https://book.clinic.example/smp" lang="de-AT"><smp-slot-booker service="consultation">' +
        '<p>Call <a href="tel:+442079460111">020 7946 0111</a>.</p></smp-slot-booker></smp-clinic>',
    );
    assert.deepEqual(scripts, { 'smp-widgets': '/sdk/smp-widgets.js' });
  });

  it('keeps the room of its elements free, from the head on where it is known that there will be some', () => {
    const style = { 'smp-widgets': '/sdk/smp-widgets.css' };
    assert.deepEqual(one(shortcode({ element: 'journey' })).styles, style);
    const head = (post: string, more: object = {}): Asked => ({ as: 'head', post, ...more });
    const [written, block, other, list, bundle, versioned, elsewhere] = render(
      head('<p>Book:</p>[smp_widget element="journey"]'),
      head('<!-- wp:smp-widgets/element {"element":"launcher"} /-->'),
      head('<p>smp_widget</p>'),
      head('[smp_widget element="journey"]', { single: false }),
      head('[smp_widget]', { script: 'https://cdn.example/v0/smp-widgets.bundle.js' }),
      head('[smp_widget]', { script: 'https://cdn.example/smp-widgets.js?endpoint=/smp' }),
      head('[smp_widget]', { script: 'https://cdn.example/my-own-name.js' }),
    );
    assert.deepEqual([written?.styles, block?.styles], [style, style]);
    assert.deepEqual([other?.styles, list?.styles, elsewhere?.styles], [{}, {}, {}]);
    assert.deepEqual(bundle?.styles, { 'smp-widgets': 'https://cdn.example/v0/smp-widgets.css' });
    assert.deepEqual(versioned?.styles, { 'smp-widgets': 'https://cdn.example/smp-widgets.css' });
  });

  it('says of the clinic what tag managers are told, and never that the visitor has agreed', () => {
    const { html } = one(
      shortcode({
        element: 'journey',
        analytics: 'datalayer',
        'analytics-value': '45" onclick="x',
        'analytics-currency': 'GBP',
        'analytics-consent': 'granted',
      }),
    );
    assert.match(html, /^<smp-clinic [^>]* analytics="datalayer" analytics-value="45&quot; onclick=&quot;x" /);
    assert.match(html, / analytics-currency="GBP"><smp-journey>/);
    assert.doesNotMatch(html, /consent/);
    assert.match(html, SOUND);
  });

  it('takes attributes without a value where they mean something', () => {
    const { html } = one(shortcode({ element: 'slot-booker', 0: 'course', 1: 'service' }));
    assert.deepEqual(attributesOf(html), { course: '' });
    const launcher = one(shortcode({ element: 'launcher', 0: 'floating', 1: 'no-history', 2: 'opens' }));
    assert.deepEqual(attributesOf(launcher.html), { floating: '', 'no-history': '' });
  });

  it('hands on what the element in a dialog takes', () => {
    const asked = {
      element: 'launcher',
      opens: 'journey',
      booking: 'single',
      service: 'visit',
      demo: '',
      'contact-name': 'X',
    };
    assert.deepEqual(attributesOf(one(shortcode(asked)).html), {
      opens: 'journey',
      booking: 'single',
      service: 'visit',
    });
    const opening = { element: 'launcher', opens: 'touch-up-reminder', 'booking-href': 'javascript:alert(1)' };
    assert.deepEqual(attributesOf(one(shortcode(opening)).html), { opens: 'touch-up-reminder', 'booking-href': '' });
  });

  it('shows the same by a block', () => {
    const attributes = {
      element: 'aftercare',
      settings: 'date = 2026-12-10\nlook="density"\nonclick=alert(1)\nelement=consultation\n',
      fallback: 'Call <us>',
      endpoint: '/smp',
      lang: '',
    };
    const { html } = one({ as: 'block', attributes });
    assert.deepEqual(attributesOf(html), { date: '2026-12-10', look: 'density' });
    assert.match(html, /^<smp-clinic endpoint="\/smp"><smp-aftercare .*<p>Call &lt;us&gt;<\/p>/);
  });

  it('lets nothing hostile through, in whatever attribute it stands', () => {
    const names = ['element', 'endpoint', 'lang', 'service', 'course', 'phone', 'onclick', 'style', 'x" y'];
    const asked = HOSTILE.flatMap((text) => [
      ...names.map((name) => shortcode({ element: 'slot-booker', [name]: text })),
      shortcode({ element: 'slot-booker', [text]: 'value', 0: text }),
      shortcode({ element: 'slot-booker' }, { content: `<p>${text}</p>` }),
      shortcode({ element: 'touch-up-reminder', 'booking-href': text }),
      {
        as: 'block',
        attributes: { element: 'slot-booker', settings: `service=${text}\n${text}`, fallback: text },
      } as const,
    ]);
    const answers = render(...asked);
    assert.equal(answers.length, asked.length);
    let shown = 0;
    answers.forEach(({ html }, index) => {
      // Nothing at all is sound, too: an element or a backend that is not on the list.
      if (html === '') return;
      shown += 1;
      const attributes = attributesOf(html);
      assert.ok(
        Object.keys(attributes).every((name) => ['service', 'course', 'phone', 'booking-href'].includes(name)),
        JSON.stringify(asked[index]),
      );
      assert.doesNotMatch(attributes['booking-href'] ?? '', /^\s*\w*script/i);
    });
    assert.ok(shown > asked.length / 2, `only ${shown} of ${asked.length} show anything`);
  });

  it('sends nobody to a backend that no administrator has named', () => {
    const wanted = { element: 'slot-booker', endpoint: 'https://evil.example/smp' };
    assert.equal(one(shortcode(wanted)).html, '');
    assert.match(one(shortcode(wanted, { editor: true })).html, /^<p><strong>SMP Widgets: an administrator/);
    assert.match(one(shortcode({ ...wanted, endpoint: '/smp' })).html, /^<smp-clinic endpoint="\/smp">/);
    assert.equal(one(shortcode({ element: 'slot-booker' }, { endpoints: 'javascript:alert(1)' })).html, '');
  });

  it('names these backends in the head of every page, for what stands in posts past it', () => {
    const head = (more: object = {}): Asked => ({ as: 'head', post: '<div data-smp="journey"></div>', ...more });
    const [named, list, none, hostile] = render(
      head(),
      head({ single: false }),
      head({ endpoints: '' }),
      head({ endpoints: `/smp\njavascript:alert(1)\n/a"><script>alert(1)</script>` }),
    );
    const said = '<meta name="smp-endpoints" content="https://book.clinic.example/smp /smp">\n';
    assert.deepEqual([named?.html, list?.html], [said, said]);
    // As long as none is named, there is none to send anything to.
    assert.equal(none?.html, '<meta name="smp-endpoints" content="">\n');
    assert.match(hostile?.html ?? '', /^<meta name="smp-endpoints" content="\/smp \/a[^"<>]*">\n$/);
  });

  it('lets no author say in a post that visitors have agreed, nor pretend to book', () => {
    const saved = (html: string) => one({ as: 'post', html }).html;
    const control = '<div data-smp="journey" data-smp-endpoint="/smp" data-other>';
    assert.equal(saved(control), control);
    for (const attribute of [
      'data-smp-analytics-consent="granted"',
      'data-smp-analytics-consent=""',
      'data-smp-analytics-consent',
      'DATA-SMP-Analytics-Consent="true"',
      'data-smp-demo',
      'data-smp-demo="true"',
    ]) {
      assert.equal(
        saved(`<div data-smp="journey" ${attribute} class="wide">`),
        '<div data-smp="journey" class="wide">',
      );
    }
    assert.equal(saved('<abbr data-smp-demo class="x">'), '<abbr class="x">', 'nor is more let through elsewhere');
  });

  it('shows nothing where the script is missing', () => {
    const { html, scripts } = one(shortcode({ element: 'slot-booker' }, { script: '' }));
    assert.equal(html, '');
    assert.deepEqual(scripts, {});
  });

  it('loads the script as a module that nothing rearranges', () => {
    const [own, other] = render(
      { as: 'script', handle: 'smp-widgets', src: '/sdk/x.js?a=1&b="><script>' },
      { as: 'script', handle: 'jquery', src: '/jquery.js' },
    );
    assert.equal(
      own?.html.trim(),
      '<script type="module" src="/sdk/x.js?a=1&#038;b=script" data-cfasync="false" data-no-optimize="1" nowprocket></script>',
    );
    assert.equal(other?.html, '<script src="x"></script>');
  });

  it('keeps of its settings only addresses', () => {
    const [endpoints, script] = render(
      { as: 'setting', name: 'smp_widgets_endpoints', value: ' https://a.example/smp \n\njavascript:alert(1)\n/smp' },
      { as: 'setting', name: 'smp_widgets_script', value: 'data:text/javascript,alert(1)' },
    );
    assert.equal(endpoints?.html, 'https://a.example/smp\n/smp');
    assert.equal(script?.html, '');
  });

  it('escapes its settings where they are shown', () => {
    const [text = ''] = HOSTILE;
    const { html } = one({ as: 'page', editor: true, endpoints: `</textarea>${text}`, script: text });
    assert.doesNotMatch(html, /<script/);
    assert.equal(html.match(/<\/textarea>/g)?.length, 1);
    assert.equal(one({ as: 'page', editor: false }).html, '');
  });

  it('lists only elements and attributes that there are', () => {
    const listed = JSON.parse(one({ as: 'elements' }).html) as Record<string, string[]>;
    const elements = describeElements();
    const attributesOfAll = elements.flatMap(({ properties }) => properties.map(({ attribute }) => attribute));
    for (const [name, attributes] of Object.entries(listed)) {
      const element = elements.find(({ tag }) => tag === `smp-${name}`);
      assert.ok(element, name);
      // A launcher hands on what the element takes that it opens.
      const own = name === 'launcher' ? attributesOfAll : element.properties.map(({ attribute }) => attribute);
      for (const attribute of attributes) assert.ok(own.includes(attribute), `${name} ${attribute}`);
    }
    // What its documentation says is left out, and why.
    const known = new Set(Object.values(listed).flat());
    const around = ['analytics', 'analytics-value', 'analytics-currency'];
    assert.deepEqual(
      [...new Set(attributesOfAll)].filter((name) => name && !known.has(name) && !around.includes(name)).sort(),
      ['analytics-consent', 'contact-email', 'contact-name', 'contact-phone', 'demo', 'endpoint', 'name', 'required'],
    );
    for (const attributes of Object.values(listed)) {
      for (const attribute of attributes) assert.ok(listed['launcher']?.includes(attribute), attribute);
    }
    const missing = elements.map(({ tag }) => tag.replace('smp-', '')).filter((name) => !(name in listed));
    assert.deepEqual(missing, ['clinic']);
    const block = readFileSync(BLOCK, 'utf8');
    const offered = [...block.matchAll(/^ {4}\['([a-z-]+)',/gm)].map(([, name]) => name);
    assert.deepEqual(offered, Object.keys(listed));
  });
});

describe('the test of the WordPress plugin, control', () => {
  it('sees that nothing is escaped', () => {
    const asked = [shortcode({ element: 'slot-booker', service: HOSTILE[0] })];
    const { stdout } = php([RENDER], JSON.stringify(asked), { ESCAPE_NOTHING: '1' });
    const [answer] = JSON.parse(stdout) as Answer[];
    assert.throws(() => attributesOf(answer?.html ?? ''), /not sound/);
  });

  it('sees what is not sound', () => {
    for (const bad of [
      '<smp-clinic endpoint="/smp"><smp-slot-booker service=""><script></smp-slot-booker></smp-clinic>',
      '<smp-clinic endpoint="/smp"><smp-slot-booker service="" onfocus="alert(1)""></smp-slot-booker></smp-clinic>',
      '<smp-clinic endpoint="/smp"><smp-slot-booker></smp-slot-booker></smp-clinic><h1></h1>',
    ]) {
      assert.throws(() => attributesOf(bad), bad);
    }
  });
});
