import { html, nothing } from 'lit';
import { dateOf } from '../../domain/care/care-plan.js';
import type { CareStep, CareStretch } from '../../domain/care/care-plan.js';
import { RESCHEDULE_CODES } from '../../domain/care/care-rule.js';
import { RED_FLAGS } from '../../domain/care/red-flag.js';
import type { FlagLevel } from '../../domain/care/red-flag.js';
import { daysBetween } from '../../domain/time/plain-date.js';
import { callLink } from '../form/call-link.template.js';
import { facts } from '../form/facts.js';
import { doneIcon, icon } from '../form/icons.js';
import type { Part } from '../form/part.js';
import { stepWords } from './care-step.js';
import type { CareView } from './care-view.js';
import { ticked } from './ticks.js';

/** Tells that what was asked for could not be loaded. */
export const failure = ({ failed, common }: Pick<CareView, 'failed' | 'common'>): Part =>
  failed ? html`<p class="wrong" role="alert">${common.errors['network']}</p>` : nothing;

/** The whole of a preparation or an aftercare. */
export function carePage(view: CareView) {
  const { part, words, language, plan } = view;
  const { sessions } = plan;
  const preparing = part === 'preparation';
  return html`<div class="page" lang=${language.language} dir=${language.dir}>
    <h2 part="heading">${words[`${part}Title`]}</h2>
    <p class="muted" part="disclaimer">${words.disclaimer}</p>
    ${preparing ? nothing : flags(view)} ${timelines(view)} ${preparing && plan.next ? reschedule(view) : nothing}
    ${preparing ? flags(view) : nothing}
    <div class="actions tools">
      ${
        sessions.length > 0 && plan[part].some(({ time }) => time !== 'past')
          ? html`<button type="button" class="button quiet" part="calendar" @click=${view.saveCalendar}>
              ${words.addToCalendar}
            </button>`
          : nothing
      }
      <button type="button" class="button quiet" part="print" @click=${view.print}>${words.print}</button>
    </div>
    ${failure(view)}
    <details class="sources" @toggle=${view.loadSources}>
      <summary>${words.sources}</summary>
      ${view.sourceList?.(view) ?? nothing}
    </details>
  </div>`;
}

/** The session that matters now, and those after it folded. */
function timelines(view: CareView): Part {
  const { part, plan, words, formats } = view;
  const { sessions, next } = plan;
  const preparing = part === 'preparation';
  const current = preparing ? next : plan.last;
  if (!current) return html`<p class="notice">${words.over}</p>`;
  const titleOf = (session: number) => {
    const date = sessions[session - 1];
    return date ? words.session(session, sessions.length, formats.fullDay(date)) : words.dayByDay;
  };
  const ofSession = (session: number) => plan[part].filter((one) => one.session === session);
  const fold = (title: string, stretches: readonly CareStretch[]) =>
    html`<details class="fold">
      <summary>${title}</summary>
      ${timeline(view, stretches)}
    </details>`;
  const past = ofSession(current).filter(({ time }) => time === 'past');
  const following = sessions.slice(current);
  const [soon] = following;
  return html`<h3>${titleOf(current)}</h3>
    ${past.length > 0 ? fold(words.earlier, past) : nothing}
    ${timeline(
      view,
      ofSession(current).filter(({ time }) => time !== 'past'),
    )}
    ${
      preparing
        ? following.map((_, index) => fold(titleOf(current + index + 1), ofSession(current + index + 1)))
        : soon
          ? html`<p class="notice">${words.nextSession(formats.day(soon))}</p>`
          : nothing
    }`;
}

const timeline = (view: CareView, stretches: readonly CareStretch[]) =>
  html`<ol part="timeline">
    ${stretches.map((one) => stretch(view, one))}
  </ol>`;

/** From one day to another, in dates where there are any; for good, from the first on. */
function span({ part, words, formats }: CareView, one: CareStretch, from: number, until: number): string {
  const date = dateOf(one, from);
  const last = dateOf(one, until);
  if (!date) return words.relative(from, until);
  if (part === 'preparation' || date === last) return formats.day(date);
  return last ? words.dates(formats.shortDay(date), formats.shortDay(last)) : words.since(formats.day(date));
}

function stretch(view: CareView, one: CareStretch) {
  const { words, today } = view;
  const { date, from, until, phase, time } = one;
  const when = span(view, one, from, until);
  const isToday = time === 'today';
  return html`<li class=${`stretch ${time}`} part="stretch" aria-current=${isToday ? 'date' : nothing}>
    <div>
      <h4>
        ${phase ? words.phases[phase] : when}
        ${isToday ? html`<span class="badge" part="today">${words.today}</span>` : nothing}
      </h4>
      <p class="muted small">
        ${facts(
          phase ? when : date && words.relative(from, until),
          date && time === 'coming' && words.inDays(daysBetween(today, date) + from),
        )}
      </p>
    </div>
    ${phase ? html`<p part="expect"><b>${words.expect}:</b> ${words.expected[phase]}</p>` : nothing}
    <div class="lists">${KINDS.map((kind) => (one[kind].length > 0 ? steps(view, one, kind) : nothing))}</div>
  </li>`;
}

const KINDS = ['do', 'avoid'] as const;

function steps(view: CareView, one: CareStretch, kind: 'do' | 'avoid') {
  const { part, words } = view;
  const of = `${view.clinicId}/${one.date ?? 'any'}`;
  const done = part === 'preparation' && kind === 'do' && ticked(of);
  return html`<div class=${kind}>
    <h5>${words[kind]}</h5>
    <ul>
      ${one[kind].map((step) => {
        const text = html`<span>${stepWords(view, step)}${bounds(view, one, step)}</span>`;
        return done
          ? html`<li>
              <label
                ><input
                  type="checkbox"
                  part="tick"
                  .checked=${done.includes(step.code)}
                  @change=${({ target }: Event) => {
                    view.tick(of, step.code, (target as HTMLInputElement).checked);
                  }}
                />${text}</label
              >
            </li>`
          : html`<li>${MARKS[kind]}${text}</li>`;
      })}
    </ul>
  </div>`;
}

/** A tick or a cross; the heading above says the same in words. */
const MARKS = { do: doneIcon, avoid: icon('m5 5 14 14m0-14L5 19') };

/** When a step begins or ends within its stretch. What goes on after it has no end here. */
function bounds(view: CareView, one: CareStretch, { from, until }: CareStep): string {
  const ends = until < one.until;
  if (view.part === 'preparation' || (from === one.from && !ends)) return '';
  return ` (${span(view, one, from, ends ? until : Infinity)})`;
}

const dots = (texts: readonly string[]) =>
  html`<ul class="dots">
    ${texts.map((text) => html`<li>${text}</li>`)}
  </ul>`;

function reschedule({ words, phone }: CareView) {
  return html`<section class="notice">
    <h3>${words.reschedule}</h3>
    ${dots(RESCHEDULE_CODES.map((code) => words.reschedules[code]))}
    <p>${words.rescheduleHint}</p>
    ${call(phone)}
  </section>`;
}

const call = (phone: string | undefined, before?: string): Part =>
  phone || before ? html`<p>${before} ${phone && callLink(phone)}</p>` : nothing;

/** The signs that call for help. Nothing folds them. */
function flags({ words, phone, emergency }: CareView) {
  return html`<section class="notice bad flags" part="flags" aria-label=${words.flagsTitle}>
    <h3>${words.flagsTitle}</h3>
    <div class="levels">
      ${(Object.keys(RED_FLAGS) as FlagLevel[]).map(
        (level) =>
          html`<div class=${level}>
            <h4>${words.levels[level]}</h4>
            ${dots(RED_FLAGS[level].map((code) => words.flags[code]))}
            ${
              level === 'emergency'
                ? call(emergency, words.emergency(emergency))
                : level === 'call-clinic'
                  ? call(phone)
                  : nothing
            }
          </div>`,
      )}
    </div>
  </section>`;
}
