import { html, nothing } from 'lit';
import { dateOf } from '../../domain/care/care-plan.js';
import type { CareStep, CareStretch } from '../../domain/care/care-plan.js';
import { RESCHEDULE_CODES } from '../../domain/care/care-rule.js';
import { FLAG_LEVELS, RED_FLAGS } from '../../domain/care/red-flag.js';
import { daysBetween } from '../../domain/time/plain-date.js';
import type { Part } from '../form/part.js';
import { stepWords } from './care-step.js';
import type { CareView } from './care-view.js';

/** The whole of a preparation or an aftercare. */
export function carePage(view: CareView) {
  const { part, words, language, dir, plan } = view;
  const dated = plan.sessions.length > 0;
  return html`<div class="page" lang=${language} dir=${dir}>
    <h2 part="heading">${part === 'preparation' ? words.preparationTitle : words.aftercareTitle}</h2>
    <p class="muted" part="disclaimer">${words.disclaimer}</p>
    ${part === 'aftercare' ? flags(view) : nothing} ${timelines(view)}
    ${part === 'preparation' && plan.next !== undefined ? reschedule(view) : nothing}
    ${part === 'preparation' ? flags(view) : nothing}
    <div class="actions tools">
      ${
        dated && plan[part].some(({ time }) => time !== 'past')
          ? html`<button type="button" class="button quiet" part="calendar" @click=${view.saveCalendar}>
              ${words.addToCalendar}
            </button>`
          : nothing
      }
      <button type="button" class="button quiet" part="print" @click=${view.print}>${words.print}</button>
    </div>
    ${view.failed ? html`<p class="wrong" role="alert">${view.failed}</p>` : nothing}
    <details
      class="sources"
      @toggle=${(event: Event) => {
        if (event.target instanceof HTMLDetailsElement && event.target.open) view.loadSources();
      }}
    >
      <summary>${words.sources}</summary>
      ${view.sourceList?.(view) ?? html`<p class="muted">${words.loading}</p>`}
    </details>
  </div>`;
}

/** The session that matters now, and those after it folded. */
function timelines(view: CareView): Part {
  const { part, plan, words, formats } = view;
  const current = part === 'preparation' ? plan.next : plan.last;
  if (current === undefined) return html`<p class="notice">${words.over}</p>`;
  const of = plan.sessions.length;
  const titleOf = (session: number) => {
    const date = plan.sessions[session - 1];
    return date === undefined ? nothing : words.session(session, of, formats.fullDay(date));
  };
  const stretches = (session: number) => plan[part].filter((one) => one.session === session);
  const own = stretches(current);
  const past = own.filter(({ time }) => time === 'past');
  const following = plan.sessions[current];
  return html`<h3 class="session">${of > 0 ? titleOf(current) : words.dayByDay}</h3>
    ${
      past.length > 0
        ? html`<details class="fold">
            <summary>${words.earlier(past.length)}</summary>
            ${timeline(view, past)}
          </details>`
        : nothing
    }
    ${timeline(
      view,
      own.filter(({ time }) => time !== 'past'),
    )}
    ${
      part === 'aftercare' && following !== undefined
        ? html`<p class="notice">${words.nextSession(formats.day(following))}</p>`
        : nothing
    }
    ${
      part === 'preparation'
        ? plan.sessions.slice(current).map(
            (_, index) =>
              html`<details class="fold">
                <summary>${titleOf(current + index + 1)}</summary>
                ${timeline(view, stretches(current + index + 1))}
              </details>`,
          )
        : nothing
    }`;
}

const timeline = (view: CareView, stretches: readonly CareStretch[]) =>
  html`<ol class="timeline" part="timeline">
    ${stretches.map((one) => stretch(view, one))}
  </ol>`;

function stretch(view: CareView, one: CareStretch) {
  const { part, words, formats, today } = view;
  const date = dateOf(one, one.from);
  const last = one.until === Infinity ? undefined : dateOf(one, one.until);
  const relative = words.relative(one.from, one.until);
  const when =
    date === undefined
      ? relative
      : part === 'preparation' || date === last
        ? formats.day(date)
        : last === undefined
          ? words.since(formats.day(date))
          : words.dates(formats.shortDay(date), formats.shortDay(last));
  const ahead = date !== undefined && one.time === 'coming' ? words.inDays(daysBetween(today, date)) : undefined;
  const isToday = one.time === 'today';
  return html`<li class=${`stretch ${one.time}`} part="stretch" aria-current=${isToday ? 'date' : nothing}>
    <div class="when">
      <h4>${one.phase ? words.phases[one.phase] : when}</h4>
      ${isToday ? html`<span class="badge" part="today">${words.today}</span>` : nothing}
      <p class="muted small">
        ${[one.phase ? when : date === undefined ? undefined : relative, ahead].filter(Boolean).join(' · ')}
      </p>
    </div>
    ${
      one.phase
        ? html`<p class="expect" part="expect"><b>${words.expect}:</b> ${words.expected[one.phase]}</p>`
        : nothing
    }
    <div class="lists">
      ${one.do.length > 0 ? steps(view, one, 'do') : nothing}
      ${one.avoid.length > 0 ? steps(view, one, 'avoid') : nothing}
    </div>
  </li>`;
}

function steps(view: CareView, one: CareStretch, kind: 'do' | 'avoid') {
  const { part, words } = view;
  return html`<div class=${kind}>
    <h5>${words[kind]}</h5>
    <ul>
      ${one[kind].map((step) => {
        const text = stepWords(view, step);
        return part === 'preparation' && kind === 'do'
          ? html`<li class="check">
              <label
                ><input
                  type="checkbox"
                  part="tick"
                  .checked=${view.isTicked(one.date, step.code)}
                  @change=${(event: Event) => {
                    if (event.target instanceof HTMLInputElement) view.tick(one.date, step.code, event.target.checked);
                  }}
                /><span>${text}</span></label
              >
            </li>`
          : html`<li>${mark(kind)}<span>${text}${bounds(view, one, step)}</span></li>`;
      })}
    </ul>
  </div>`;
}

/** A tick or a cross; the heading above says the same in words. */
const mark = (kind: 'do' | 'avoid') =>
  html`<svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
    <path d=${kind === 'do' ? 'm3 8.5 3.2 3.2L13 5' : 'm4 4 8 8m0-8-8 8'} />
  </svg>`;

/** When a step begins or ends within its stretch. */
function bounds({ part, words, formats }: CareView, one: CareStretch, step: CareStep): Part {
  if (part === 'preparation') return nothing;
  const said = (day: number, dated: (date: string) => string, bare: (day: number) => string) => {
    const date = dateOf(one, day);
    return date === undefined ? bare(day) : dated(formats.shortDay(date));
  };
  const told = [
    ...(step.from > one.from ? [said(step.from, words.stepFrom, words.dayFrom)] : []),
    ...(step.until < one.until ? [said(step.until, words.stepUntil, words.dayUntil)] : []),
  ];
  return told.length > 0 ? html` <span class="bound">(${told.join(', ')})</span>` : nothing;
}

function reschedule({ words, phone }: CareView) {
  return html`<section class="notice">
    <h3>${words.reschedule}</h3>
    <ul class="plain dots">
      ${RESCHEDULE_CODES.map((code) => html`<li>${words.reschedules[code]}</li>`)}
    </ul>
    <p>${words.rescheduleHint}</p>
    ${phone ? html`<p>${telephone(phone)}</p>` : nothing}
  </section>`;
}

const telephone = (phone: string) =>
  html`<a class="phone" part="phone" href=${`tel:${phone.replace(/[^\d+]/g, '')}`}><bdi>${phone}</bdi></a>`;

/** The signs that call for help. Nothing folds them. */
function flags({ words, phone, emergency }: CareView) {
  return html`<section class="notice bad flags" part="flags" aria-label=${words.flagsTitle}>
    <h3>${words.flagsTitle}</h3>
    <div class="levels">
      ${FLAG_LEVELS.map(
        (level) =>
          html`<div class=${level}>
            <h4>${words.levels[level]}</h4>
            <ul class="plain dots">
              ${RED_FLAGS[level].map((code) => html`<li>${words.flags[code]}</li>`)}
            </ul>
            ${
              level === 'emergency'
                ? html`<p>${words.emergency(emergency)} ${emergency === undefined ? nothing : telephone(emergency)}</p>`
                : level === 'call-clinic' && phone
                  ? html`<p>${telephone(phone)}</p>`
                  : nothing
            }
          </div>`,
      )}
    </div>
  </section>`;
}
