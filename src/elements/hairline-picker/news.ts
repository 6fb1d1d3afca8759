import type { PickingView } from './picking-view.js';

/** What is another than it was, in words, for whoever can't see the picture; empty where nothing is. */
export function newsOf(before: PickingView, now: PickingView): string {
  const { words, state, own, photo, advice } = now;
  const { design, model } = state;
  const is = <T>(of: (view: PickingView) => T): boolean => of(before) !== of(now);
  const compared = is((view) => view.state.before === undefined);
  const pattern = now.patterns?.flatMap(([, set]) => set).find(([one]) => one === model.pattern)?.[1];
  const named = (what: string, value: string): string => `${what}: ${value}`;
  const news: readonly (string | undefined | false)[] = [
    is(({ own: one }) => one) && own && photo?.help,
    is((view) => view.own ?? view.state.design.view) && !own && named(words.view, words.views[design.view]),
    is(({ description }) => description) && now.description,
    is(({ moment }) => moment) && named(words.time, now.moment),
    compared && (state.before === undefined ? words.after : words.beforeShare(Math.round(state.before * 100))),
    is((view) => view.state.model.skin) && named(words.skin, words.tone(model.skin)),
    is((view) => view.state.model.hair) && named(words.hair, now.nameOf({ id: model.hair })),
    is((view) => view.state.model.pattern) && pattern && named(words.pattern, pattern),
    is((view) => view.advice.join()) && advice.map((code) => words.advice[code]).join(' '),
  ];
  return news.filter(Boolean).join('. ');
}
