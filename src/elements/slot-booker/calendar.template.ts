import { html, nothing } from 'lit';
import { monthGrid } from '../../domain/time/calendar-grid.js';
import { addDays, addMonths, endOfMonth, startOfMonth, startOfWeek } from '../../domain/time/plain-date.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import type { BookerView, Part } from './booker-view.js';
import { nextIcon, previousIcon } from './icons.js';

/** Any week will do to name the days before the server has told today's date. */
const SOME_DAY = '2024-01-01';

/**
 * A month of days with their free times; where there is little room, one week of it. The days are buttons in a table,
 * one of which is in the tab order; the arrow keys, Home, End and the Page keys go from day to day.
 */
export function calendar(view: BookerView): Part {
  const { flow, state, words, formats, firstDay, monthOpen } = view;
  const { today, knownTo, complete } = state.calendar;
  const cursor = state.cursor ?? today;
  const weeks = monthGrid(cursor ?? SOME_DAY, firstDay);
  const last = complete ? knownTo : undefined;
  const turn = (
    by: string,
    label: string,
    icon: Part,
    to: (date: PlainDate) => PlainDate,
    edge: (date: PlainDate) => PlainDate,
  ) => {
    const goal = cursor === undefined ? undefined : to(cursor);
    const before = goal !== undefined && today !== undefined && edge(goal) < today;
    const after = goal !== undefined && last !== undefined && goal > last;
    const off = goal === undefined || before || after;
    return html`<button
      type="button"
      class="turn ${by}"
      aria-label=${label}
      title=${label}
      aria-disabled=${off}
      @click=${() => !off && flow.turnTo(goal)}
    >
      ${icon}
    </button>`;
  };
  return html`<div class="calendar" part="calendar" @keydown=${(event: KeyboardEvent) => onKeydown(event, view)}>
    <div class="bar">
      <h3 id="month">${cursor === undefined ? words.loading : formats.month(cursor)}</h3>
      <button type="button" class="link small expand" aria-expanded=${monthOpen} @click=${view.toggleMonth}>
        ${monthOpen ? words.showWeek : words.showMonth}
      </button>
      ${turn(
        'by-week',
        words.previousWeek,
        previousIcon,
        (date) => addDays(startOfWeek(date, firstDay), -7),
        (date) => addDays(date, 6),
      )}
      ${turn(
        'by-week',
        words.nextWeek,
        nextIcon,
        (date) => addDays(startOfWeek(date, firstDay), 7),
        (date) => date,
      )}
      ${turn('by-month', words.previousMonth, previousIcon, (date) => startOfMonth(addMonths(date, -1)), endOfMonth)}
      ${turn(
        'by-month',
        words.nextMonth,
        nextIcon,
        (date) => startOfMonth(addMonths(date, 1)),
        (date) => date,
      )}
    </div>
    <table class=${monthOpen ? 'open' : ''} aria-labelledby="month">
      <tr class="weekdays">
        ${weeks[0]?.map(
          (date) =>
            html`<th scope="col">
              <span aria-hidden="true">${formats.weekday(date)}</span
              ><span class="out-of-sight">${formats.longWeekday(date)}</span>
            </th>`,
        )}
      </tr>
      ${weeks.map(
        (week) =>
          html`<tr class=${week.includes(cursor ?? week[0] ?? '') ? 'current' : ''}>
            ${week.map((date) => html`<td>${cursor === undefined ? html`<div class="day ghost"></div>` : day(view, date, cursor)}</td>`)}
          </tr>`,
      )}
    </table>
  </div>`;
}

function day({ flow, state, words, formats }: BookerView, date: PlainDate, cursor: PlainDate): Part {
  const { days, today, knownTo } = state.calendar;
  const free = days.get(date)?.length ?? 0;
  const known = knownTo !== undefined && date <= knownTo;
  const label = formats.fullDay(date) + (known ? `, ${words.freeTimes(free)}` : '');
  return html`<button
    type="button"
    class="day ${date.slice(0, 7) === cursor.slice(0, 7) ? '' : 'beside'}"
    part=${free > 0 ? 'day day-free' : 'day'}
    data-date=${date}
    ?data-free=${free > 0}
    tabindex=${date === cursor ? 0 : -1}
    aria-label=${label}
    aria-pressed=${date === state.date}
    aria-disabled=${free === 0}
    aria-current=${date === today ? 'date' : nothing}
    @click=${() => free > 0 && flow.chooseDate(date)}
  >
    <span>${formats.dayNumber(date)}</span>
    <span class="free" aria-hidden="true">${free > 0 ? words.free(free) : '\u00a0'}</span>
  </button>`;
}

function onKeydown(event: KeyboardEvent, { flow, state, firstDay }: BookerView): void {
  const { cursor } = state;
  const origin = event.target;
  if (cursor === undefined || !(origin instanceof HTMLElement) || origin.dataset['date'] === undefined) return;
  const on = origin.matches(':dir(rtl)') ? -1 : 1;
  const start = startOfWeek(cursor, firstDay);
  const months = event.shiftKey ? 12 : 1;
  const goals: Partial<Record<string, PlainDate>> = {
    ArrowLeft: addDays(cursor, -on),
    ArrowRight: addDays(cursor, on),
    ArrowUp: addDays(cursor, -7),
    ArrowDown: addDays(cursor, 7),
    Home: start,
    End: addDays(start, 6),
    PageUp: addMonths(cursor, -months),
    PageDown: addMonths(cursor, months),
  };
  const goal = goals[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  flow.turnTo(goal);
  const root = origin.getRootNode();
  // The day is drawn by the next update, which comes before the next task.
  setTimeout(() => {
    if (root instanceof ShadowRoot) root.querySelector<HTMLElement>('.day[tabindex="0"]')?.focus();
  });
}
