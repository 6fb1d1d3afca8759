/**
 * What an element is to be made with: `element` is its name without `smp-`, the others are its attributes, also as
 * properties are written (`contactName`), and `adapter` and `messages` of the clinic.
 */
export interface WidgetSettings {
  readonly element?: string;
  readonly [name: string]: unknown;
}

const PREFIX = 'data-smp-';
/** What is said of the clinic, not of one element. */
const OF_CLINIC = /^(?:endpoint|demo|phone|adapter|messages|analytics(?:-[a-z]+)?)$/;
/** Elements that need no clinic around them. */
const ALONE = ['clinic', 'launcher'];
/** Objects that a page may hand in. */
const OBJECTS = ['adapter', 'messages'];

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The settings in an element's `data-smp-…` attributes; `except` names one that says something else. */
export function settingsIn(element: Element, except = ''): WidgetSettings {
  return Object.fromEntries(
    [...element.attributes]
      .filter(({ name }) => name.startsWith(PREFIX) && name !== except)
      .map(({ name, value }) => [
        name.slice(PREFIX.length),
        value === 'true' ? true : value === 'false' ? false : value,
      ]),
  );
}

/**
 * A name as it was meant: editors turn quotation marks into typographic ones, which then stand in the attribute.
 */
export const nameIn = (text: string): string => text.toLowerCase().replaceAll(/[^a-z-]|smp-/g, '');

/** Is a node inside `<smp-clinic>`, also from within shadow roots? */
export function isInClinic(node: Node): boolean {
  for (let one: Node | null = node; one; one = one.parentNode ?? (one instanceof ShadowRoot ? one.host : null)) {
    if (one instanceof Element && one.localName === 'smp-clinic') return true;
  }
  return false;
}

/** An attribute that runs code or styles never comes from settings: they may come from markup that others wrote. */
function give(element: HTMLElement, name: string, value: unknown): void {
  const attribute = kebab(name);
  if (!/^(?!on)[a-z]+(?:-[a-z]+)*$/.test(attribute) || ['style', 'slot', 'is'].includes(attribute)) return;
  if (value === undefined || value === null || value === false) return;
  if (typeof value === 'object' || typeof value === 'function') {
    if (OBJECTS.includes(name)) Reflect.set(element, name, value);
  } else element.setAttribute(attribute, value === true ? '' : (value as string));
}

/** Makes an element, with a clinic around it unless it stands in one already. */
export function makeWidget({ element: name = 'journey', ...settings }: WidgetSettings, inClinic: boolean): HTMLElement {
  const element = document.createElement(`smp-${nameIn(name)}`);
  const entries = Object.entries(settings);
  const ownClinic = ['endpoint', 'demo', 'adapter'].some(
    (one) => ![undefined, false].includes(settings[one] as undefined),
  );
  if (ALONE.includes(nameIn(name)) || (inClinic && !ownClinic)) {
    for (const [key, value] of entries) give(element, key, value);
    return element;
  }
  const clinic = document.createElement('smp-clinic');
  for (const [key, value] of entries) give(OF_CLINIC.test(kebab(key)) ? clinic : element, key, value);
  clinic.append(element);
  return clinic;
}
