import { html, nothing } from 'lit';
import type { ReactiveControllerHost } from 'lit';
import { phoneOf, type ClinicContext } from '../../context/clinic-context.js';
import { lateCode } from '../../controllers/late-code.js';
import { report } from '../../controllers/report.js';
import { SmpError } from '../../domain/errors.js';
import { callLink } from './call-link.template.js';
import type { Part } from './part.js';

/** The pages of an element, as long as they are not there. */
export interface LatePages {
  /** Asks for them, unless they are on their way; resolves when they have come, or have not. */
  readonly ask: () => Promise<unknown>;
  /** Stands in their place: `waiting` as long as they may still come. Default: what the page has there. */
  readonly render: (waiting?: Part) => Part;
}

/**
 * Brings the pages of an element, which come beside the backend's code: what is painted first waits for neither. Where they
 * do not come, the page is told of it, and visitors see what the page has in their place, else the clinic's number.
 *
 * @param clinic holds the context of the clinic around the element
 * @param load makes the pages
 */
export function latePages(
  host: ReactiveControllerHost & HTMLElement & { readonly phone?: string | undefined },
  clinic: { readonly value?: ClinicContext | undefined },
  load: () => Promise<void>,
): LatePages {
  let came: boolean | undefined;
  // A launcher around it says in words what has not come, until it has.
  const tell = (detail: boolean) => {
    came = detail;
    host.requestUpdate();
    host.dispatchEvent(new CustomEvent('smp-pages', { bubbles: true, detail }));
  };
  return {
    ask: lateCode(
      host,
      () => load().then(() => tell(true)),
      (cause) => {
        tell(false);
        report(host, new SmpError('network', 'The code of the widget did not load', { cause }));
      },
    ),
    render(waiting = html`<slot></slot>`) {
      if (came !== false) return waiting;
      const phone = phoneOf(clinic.value, host);
      return html`<slot>${phone ? callLink(phone) : nothing}</slot>`;
    },
  };
}
