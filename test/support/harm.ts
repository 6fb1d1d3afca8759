import { assert } from '@esm-bundle/chai';
import type { Clinic } from '../../src/domain/clinic.js';
import { clinic } from './clinic-page.js';
import { fitting, PWNED } from './hostile-texts.js';
import { usePageReports } from './page-reports.js';

/** The tests' clinic with one text in every place that holds text. */
export function clinicSaying(text: string): Clinic {
  const short = fitting(text, 200);
  const long = fitting(text, 2000);
  return {
    ...clinic,
    name: short,
    phone: short,
    email: short,
    website: long,
    locations: clinic.locations.map((location) => ({ ...location, name: short, address: long, phone: short })),
    services: clinic.services.map((service) => ({ ...service, name: short, description: long })),
    practitioners: clinic.practitioners.map((practitioner) => ({ ...practitioner, name: short, role: short })),
    policies: { cancellation: long, nextSteps: long, privacyUrl: long },
    consents: [{ purpose: 'privacy', wording: long, version: short, required: true }],
  };
}

/** Tags, attributes and addresses in what is drawn that no template of the widgets has. */
export function planted(root: ParentNode): string[] {
  const all = [...root.querySelectorAll('*')];
  const tags = all.filter((element) =>
    /^(script|img|iframe|style|object|embed|base|link|meta|math|template)$/i.test(element.localName),
  );
  const handlers = all.filter((element) => [...element.attributes].some(({ name }) => name.startsWith('on')));
  const addresses = all
    .flatMap((element) => ['href', 'src', 'action', 'formaction'].map((name) => element.getAttribute(name) ?? ''))
    .filter((address) => address !== '' && !/^(https:|tel:[+\d]*$|#|blob:)/.test(address))
    // An address that is read against the page's own can't lead away from it.
    .filter((address) => !address.startsWith(`${location.origin}/`));
  return [...tags.map(({ outerHTML }) => outerHTML), ...handlers.map(({ outerHTML }) => outerHTML), ...addresses];
}

/** Notices what hostile texts do, in the tests of the `describe` it is called in. */
export function useHarmWatch() {
  const reports = usePageReports();
  let runs = 0;
  let violations: string[] = [];
  const onViolation = ({ effectiveDirective }: SecurityPolicyViolationEvent): void =>
    void violations.push(effectiveDirective);
  beforeEach(() => {
    runs = 0;
    violations = [];
    Object.assign(globalThis, { [PWNED]: () => (runs += 1) });
    document.addEventListener('securitypolicyviolation', onViolation);
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, PWNED);
    document.removeEventListener('securitypolicyviolation', onViolation);
  });
  return {
    /** How often a text was run. */
    runs: () => runs,
    /** Fails when a text has become more than text. @param where the page of the element, for the message */
    unharmed(root: ParentNode, where: string): void {
      assert.equal(planted(root).join('\n'), '', where);
      assert.equal(runs, 0, where);
      assert.isEmpty(reports.uncaught, where);
      assert.isEmpty(violations, where);
      assert.isUndefined(({} as Record<string, unknown>)['polluted'], where);
    },
  };
}
