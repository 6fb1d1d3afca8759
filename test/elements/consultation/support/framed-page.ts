import type { ClinicPage } from '../../../support/clinic-page.js';
import { ConsultationHarness, type ConsultationElementSettings } from '../../../support/consultation.harness.js';
import { secondCopy } from '../../../support/second-copy.js';
import { turn, until } from '../../../support/until.js';

/** What a careful site allows: nothing inline, no image, no string that becomes markup. */
export const STRICT = [
  // Engines disagree on what 'self' is in a page without an address of its own.
  `default-src ${location.origin}`,
  "img-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** A page within the test's page, under a policy of its own and with some of its files missing. */
export interface FramedPage {
  readonly document: Document;
  consultation(settings: ConsultationElementSettings): ConsultationHarness;
  /** Waits until all that was asked for has come, or not. */
  settled(): Promise<void>;
}

/** Opens such a page on the test's page. Files are named from the project's folder: `src/define.ts`. */
export async function framedPage(
  page: ClinicPage,
  { policy, missing = [] }: { readonly policy?: string; readonly missing?: readonly string[] },
): Promise<FramedPage> {
  const frame = document.createElement('iframe');
  // No script, and so as good as not there; one that throws is taken for loaded by some when it is asked for again.
  const nowhere = Object.fromEntries(missing.map((file) => [secondCopy(file), 'data:text/plain,nothing']));
  const html = [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Framed</title>',
    policy === undefined ? '' : `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    missing.length > 0 ? `<script type="importmap">${JSON.stringify({ imports: nowhere })}</script>` : '',
    `<script type="module" src="${secondCopy('src/define.ts')}"></script></head><body></body></html>`,
  ];
  frame.srcdoc = html.join('');
  frame.style.cssText = 'inline-size: 700px; block-size: 600px';
  page.element.append(frame);
  const isDefined = (): boolean => frame.contentWindow?.customElements.get('smp-consultation') !== undefined;
  await until('the page within the page is there', isDefined);
  const { contentDocument } = frame;
  if (!contentDocument) throw new Error('The page within the page can’t be looked into');
  return {
    document: contentDocument,
    consultation(settings) {
      const element = contentDocument.createElement('smp-consultation');
      Object.assign(element, settings);
      contentDocument.body.append(element);
      return new ConsultationHarness(element);
    },
    async settled() {
      for (let turns = 0; turns < 50; turns++) await turn();
    },
  };
}
