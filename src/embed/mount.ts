import type { SmpLauncher } from '../elements/launcher/launcher.js';
import { isInClinic, makeWidget, type WidgetSettings } from '../elements/launcher/widget.js';

/** Adds what holds for the whole page, unless a clinic is around or is named. */
function completed(settings: WidgetSettings, defaults: WidgetSettings, inClinic: boolean): WidgetSettings {
  const named = inClinic || ['endpoint', 'demo', 'adapter'].some((name) => name in settings);
  return named ? settings : { ...defaults, ...settings };
}

/**
 * Puts an element into a place of the page. What stood there becomes its fallback. A place that has one is left alone, also
 * when it comes back out of a snapshot.
 */
export function mount(place: Element, settings: WidgetSettings, defaults: WidgetSettings): void {
  if ([...place.children].some(({ localName }) => localName.startsWith('smp-'))) return;
  const inClinic = isInClinic(place);
  const widget = makeWidget(completed(settings, defaults, inClinic), inClinic);
  (widget.firstElementChild ?? widget).append(...place.childNodes);
  place.append(widget);
}

/** The page's launcher, or else one without a button, at the end of the page. */
export function pageLauncher(defaults: WidgetSettings): SmpLauncher {
  const found = document.querySelector('smp-launcher');
  if (found) return found;
  const launcher = makeWidget({ ...defaults, element: 'launcher' }, false);
  document.body.append(launcher);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- made by its tag
  return launcher as SmpLauncher;
}
