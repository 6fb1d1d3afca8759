import { html } from 'lit';
import { CARE_SOURCES } from '../../domain/care/care-sources.js';
import type { CareView } from './care-view.js';

/** What the steps are based on. Loaded when it is asked for. */
export const sourceList = ({ part, common }: CareView) =>
  html`<ul>
    ${CARE_SOURCES.filter((one) => one.for.includes(part) || one.for.includes('red-flags')).map(
      ({ name, url }) =>
        html`<li>
          <a href=${url} target="_blank" rel="noopener noreferrer"
            >${name}<span class="out-of-sight"> ${common.newTab}</span></a
          >
        </li>`,
    )}
  </ul>`;
