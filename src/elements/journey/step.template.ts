import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { JourneyStep } from '../../domain/journey/journey-step.js';
import { doneIcon } from '../form/icons.js';
import type { Part } from '../form/part.js';
import type { JourneyView } from './journeying-view.js';
import { exportedParts } from './step-parts.js';
import { skeleton } from './skeleton.template.js';
import { codeOf, type StepCode } from './step-code.js';

/** One step, whose element stays alive while another one is shown. */
export function stepPage(view: JourneyView, step: JourneyStep): TemplateResult {
  const { state } = view;
  return html`<div ?hidden=${step !== state.step}>
    ${state.behind.includes(step) ? receipt(view, step) : content(view, step)}
  </div>`;
}

function content(view: JourneyView, step: JourneyStep): Part {
  const { state } = view;
  if (step === 'care') return care(view);
  const code = codeOf(step, view.booking);
  return element(view, code, step === state.visited[0]);
}

/** Is it something that a page shows in the element's place, and not only the space between two lines? */
const isContent = (node: Node): boolean =>
  node instanceof Element ? node.slot === '' : node instanceof Text && node.data.trim() !== '';

/**
 * An element of the journey, once its code is there. The first one gets the page's own content, to show it until it is
 * ready and after a fatal error.
 */
function element(view: JourneyView, code: StepCode, isFirst: boolean): Part {
  const { common, language, flow, host, on, codeState, loadCode } = view;
  const parts = exportedParts(code === 'course' ? 'booking' : code);
  const state = codeState(code);
  // A booker draws a likeness of its own, or the times it knows, where the page has nothing to show.
  const hasOwn = state === 'ready' && code === 'booking' && ![...host.childNodes].some(isContent);
  const slot =
    isFirst && !hasOwn ? html`<slot>${view.failed || state === 'failed' ? nothing : skeleton}</slot>` : nothing;
  switch (state) {
    case 'loading':
      return html`<div class="waiting ${code}">${isFirst ? slot : skeleton}</div>`;
    case 'failed':
      return html`<div class="notice bad" role="alert" part="error" lang=${language.language} dir=${language.dir}>
          <p>${common.errors['network'] ?? common.errors.unknown}</p>
          <button type="button" class="button quiet" @click=${() => loadCode(code)}>${common.retry}</button>
        </div>
        ${slot}`;
    case 'ready':
      switch (code) {
        case 'consultation':
          return html`<smp-consultation
            exportparts=${parts}
            @smp-consultation-submitted=${on.sent}
            @smp-consultation-withdrawn=${on.withdrawn}
            >${slot}${legal(view, 'consultation')}</smp-consultation
          >`;
        case 'design':
          return html`<smp-hairline-picker
            exportparts=${parts}
            ?readonly=${flow.designSent}
            @smp-hairline-selected=${on.designed}
            >${slot}</smp-hairline-picker
          >`;
        case 'booking':
          return html`<smp-slot-booker
            exportparts=${parts}
            service=${host.service ?? nothing}
            practitioner=${host.practitioner ?? nothing}
            location=${host.location ?? nothing}
            @smp-booking-confirmed=${on.booked}
            @smp-waitlist-joined=${on.waitlisted}
            >${slot}${legal(view, 'booking')}</smp-slot-booker
          >`;
        // Another element: a booker is for one or the other all its life.
        case 'course':
          return html`<smp-slot-booker
            exportparts=${parts}
            course=${host.course ?? ''}
            practitioner=${host.practitioner ?? nothing}
            location=${host.location ?? nothing}
            @smp-course-confirmed=${on.courseBooked}
            @smp-waitlist-joined=${on.waitlisted}
            >${slot}${legal(view, 'booking')}</smp-slot-booker
          >`;
        case 'preparation':
          return html`<smp-preparation exportparts=${parts}>${slot}</smp-preparation>`;
        case 'aftercare':
          return html`<smp-aftercare exportparts=${parts}></smp-aftercare>`;
        case 'touch-ups':
          return html`<smp-touch-up-reminder exportparts=${parts}>${legal(view, 'care')}</smp-touch-up-reminder>`;
      }
  }
}

/** The page's own words are in one place at a time: above the button of the step that is shown. */
const legal = ({ state }: JourneyView, step: JourneyStep): Part =>
  step === state.step ? html`<slot slot="legal" name="legal"></slot>` : nothing;

/** What comes before a session; what comes after it is folded away, and loaded once it is opened. */
function care(view: JourneyView): TemplateResult {
  const { words, language, opened, open } = view;
  const fold = (code: StepCode, name: string) =>
    html`<details part="care" @toggle=${() => open(code)}>
      <summary lang=${language.language} dir=${language.dir}>${name}</summary>
      ${opened.has(code) ? element(view, code, false) : nothing}
    </details>`;
  return html`${element(view, 'preparation', view.state.visited[0] === 'care')} ${fold('aftercare', words.aftercare)}
  ${fold('touch-ups', words.touchUps)}`;
}

/** What was sent or booked before the page was loaded: the page that told of it is gone. */
function receipt(view: JourneyView, step: JourneyStep): TemplateResult {
  const { words, common, language, state, formats, sessions, flow } = view;
  const { booking, consultation } = state.receipts;
  const isBooking = step === 'booking';
  const titles = {
    confirmed: common.confirmedTitle,
    requested: common.requestedTitle,
    waitlisted: common.waitlistedTitle,
  };
  const reference = isBooking ? booking?.reference : consultation;
  return html`<div class="page" part="receipt" lang=${language.language} dir=${language.dir}>
    <div class="done">
      ${doneIcon}
      <h3>${isBooking ? titles[booking?.status ?? 'confirmed'] : words.sentTitle}</h3>
      ${
        reference
          ? html`<p>${common.reference}<br /><strong class="reference" part="reference">${reference}</strong></p>`
          : nothing
      }
    </div>
    ${
      isBooking
        ? html`<ul>
              ${sessions.map((slot) => html`<li>${formats.slot(slot)}</li>`)}
            </ul>
            <div>
              <button type="button" class="link" @click=${() => flow.reopen(step)}>${common.bookAnother}</button>
            </div>`
        : nothing
    }
  </div>`;
}
