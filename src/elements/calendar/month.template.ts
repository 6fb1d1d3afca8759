import { html, noChange, nothing } from 'lit';
import { monthGrid } from '../../domain/time/calendar-grid.js';
import { addDays, addMonths, endOfMonth, startOfMonth, startOfWeek } from '../../domain/time/plain-date.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import { nextIcon, previousIcon } from '../form/icons.js';
import type { Part } from '../form/part.js';
import type { ChooserView } from './chooser-view.js';

/** Any week will do to name the days before the server has told today's date. */
const SOME_DAY = '2024-01-01';

/** Stands in place of a day until the days are known. */
const ghost = html`<td><div class="day ghost"></div></td>`;

/**
 * A month of days with their free times; where there is little room, one week of it. The days are buttons in a table,
 * one of which is in the tab order; the arrow keys, Home, End and the Page keys go from day to day.
 */
export function calendar(view: ChooserView): Part {
  const { flow, state, words, formats, firstDay, monthOpen, due, press, shown } = view;
  const { today, knownTo, complete } = state.calendar;
  const { cursor } = state;
  const weeks = weeksOf(view);
  const week = startOfWeek(cursor ?? SOME_DAY, firstDay);
  const month = startOfMonth(shown.month ?? SOME_DAY);
  const lastWeek = weeks.at(-1)?.[0] ?? month;
  const turn = (by: string, label: string, icon: Part, goal: PlainDate, end: PlainDate) => {
    const off = cursor === undefined || (today && end < today) || (complete && knownTo && goal > knownTo);
    return html`<button
      type="button"
      class="turn ${by}"
      aria-label=${label}
      aria-disabled=${!!off}
      @click=${() => {
        if (off) return;
        shown.month = undefined;
        press('days', () => flow.turnTo(goal));
      }}
    >
      ${icon}
    </button>`;
  };
  const weekBefore = addDays(week, -7);
  const monthBefore = addMonths(month, -1);
  const weekAfter = addDays(week, 7);
  // Of the first day that is not shown.
  const monthAfter = startOfMonth(addDays(lastWeek, 7));
  return html`<div
    class=${monthOpen ? 'open' : ''}
    part="calendar"
    aria-busy=${!!due}
    @click=${(event: Event) => onClick(event, view)}
    @keydown=${(event: KeyboardEvent) => onKeydown(event, view)}
  >
    <div class="bar">
      <h3 id="month">
        ${
          cursor
            ? html`<span class="by-week">${formats.month(week, addDays(week, 6))}</span
                ><span class="by-month">${formats.month(month, lastWeek)}</span>`
            : words.loading
        }
      </h3>
      <button type="button" class="link small expand" aria-expanded=${monthOpen} @click=${view.toggleMonth}>
        ${monthOpen ? words.showWeek : words.showMonth}
      </button>
      ${turn('by-week', words.previousWeek, previousIcon, weekBefore, addDays(week, -1))}
      ${turn('by-week', words.nextWeek, nextIcon, weekAfter, weekAfter)}
      ${turn('by-month', words.previousMonth, previousIcon, monthBefore, endOfMonth(monthBefore))}
      ${turn('by-month', words.nextMonth, nextIcon, monthAfter, monthAfter)}
    </div>
    ${due === 'days' ? noChange : grid(view, weeks)}
  </div>`;
}

/** The weeks to show: those of the day that the calendar is turned to, or as they were while it is among them. */
function weeksOf({ state: { cursor, calendar }, firstDay, shown }: ChooserView): readonly (readonly PlainDate[])[] {
  if (cursor === undefined) return monthGrid(SOME_DAY, firstDay);
  const weeks = monthGrid(shown.month ?? cursor, firstDay, calendar.today);
  if (shown.month !== undefined && weeks.some((dates) => dates.includes(cursor))) return weeks;
  shown.month = cursor;
  return monthGrid(cursor, firstDay, calendar.today);
}

/** The days, a row for each week. */
function grid(view: ChooserView, weeks: readonly (readonly PlainDate[])[]): Part {
  const { state, formats } = view;
  const { cursor } = state;
  return html`<table aria-labelledby="month">
    <thead>
      <tr>
        ${weeks[0]?.map((date) => html`<th scope="col" abbr=${formats.longWeekday(date)}>${formats.weekday(date)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeks.map(
        (dates) =>
          html`<tr class=${dates.includes(cursor ?? SOME_DAY) ? 'current' : ''}>
            ${dates.map((date) => (cursor ? day(view, date, cursor) : ghost))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Why a day that is not over can't be chosen, though times may be free. */
const barrier = ({ state: { calendar }, barred }: ChooserView, date: PlainDate) =>
  calendar.today && date < calendar.today ? undefined : barred?.(date);

function day(view: ChooserView, date: PlainDate, cursor: PlainDate): Part {
  const { state, words, formats } = view;
  const { days, today, knownTo } = state.calendar;
  const reason = barrier(view, date);
  const free = reason ? 0 : (days.get(date)?.length ?? 0);
  const known = knownTo !== undefined && date <= knownTo;
  const label = formats.fullDay(date) + (known ? `, ${reason || words.freeTimes(free)}` : '');
  return html`<td>
    <button
      type="button"
      class="day"
      part=${free > 0 ? 'day day-free' : 'day'}
      data-date=${date}
      data-free=${free > 0 ? free : nothing}
      data-words=${free > 0 ? words.free(free) : nothing}
      tabindex=${date === cursor ? 0 : -1}
      aria-pressed=${date === state.date}
      aria-disabled=${free === 0}
      aria-current=${date === today ? 'date' : nothing}
      aria-label=${label}
    >
      <span>${formats.dayNumber(date)}</span>
    </button>
  </td>`;
}

function onClick({ target }: Event, view: ChooserView): void {
  const { flow, state, press } = view;
  const date = target instanceof Element && target.closest<HTMLElement>('.day')?.dataset['date'];
  if (date && (state.calendar.days.has(date) || barrier(view, date))) press('times', () => flow.chooseDate(date));
}

function onKeydown(event: KeyboardEvent, { flow, state, firstDay }: ChooserView): void {
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
