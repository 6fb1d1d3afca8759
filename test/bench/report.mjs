const ms = (number) => `${number.toFixed(0).padStart(6)} ms`;
const ratio = (number) => `${number.toFixed(2)}×`;
const goal = (kept) => (kept ? 'goal kept' : 'GOAL MISSED');

const loading = (pages) => [
  'Loading, CPU ÷4, slow 4G, medians; × is beside the bare page',
  ...Object.entries(pages).map(
    ([name, page]) =>
      `  ${name.padEnd(8)} first paint ${ms(page.paintMs)} ${ratio(page.paintRatio)}   the widget's ${ms(page.widgetMs)} ${ratio(page.widgetRatio)}   first time to click ${ms(page.readyMs)} ${ratio(page.readyRatio)}   blocked ${ms(page.blockedMs)}   ${page.requests} requests, ${(page.bytes / 1024).toFixed(1)} kB`,
  ),
];

const interaction = (pages) => [
  'Interaction to next paint, CPU ÷4',
  ...Object.entries(pages).flatMap(([name, page]) =>
    ['day', 'month'].map((what) => {
      const { medianMs, worstMs, clicks } = page[what];
      return `  ${name.padEnd(14)} ${what.padEnd(6)} median ${ms(medianMs)}   worst ${ms(worstMs)} of ${clicks}   ${goal(worstMs <= 48)} (≤ 48 ms)`;
    }),
  ),
];

const drawing = ({ cycles, ...speeds }) => [
  'Hairline preview, 640 × 640',
  ...[
    [1, 4, 58],
    [4, 14, 45],
  ].flatMap(([cpu, redrawGoal, framesGoal]) => {
    const one = speeds[cpu];
    return [
      `  CPU ÷${cpu}  first view ${ms(one.coarseMs)}, fine ${ms(one.fineMs)}   ${cpu === 1 ? goal(one.coarseMs <= 120 && one.fineMs <= 900) : ''} (≤ 120, 900)`,
      `         20,000 places anew ${ms(one.fieldMs)} (≤ 12), all ${one.places.toLocaleString('en')} ${ms(one.freshMs)}   ${one.dots.toLocaleString('en')} dots redrawn ${one.redrawMs.toFixed(1)} ms   ${goal(one.redrawMs <= redrawGoal)} (≤ ${redrawGoal})   with another line ${one.shapedMs.toFixed(1)} ms`,
      `         40,000 plain dots of 3 × 3 pixels ${one.plainMs.toFixed(1)} ms`,
      `         dragged ${one.framesPerSecond.toFixed(0)} frames a second   ${goal(one.framesPerSecond >= framesGoal)} (≥ ${framesGoal})   another side ${ms(one.viewMs)} (≤ 80)`,
    ];
  }),
  `  ${cycles.times} times in and out of the page`,
];

const leaks = ({ times, before, after }) => [
  `Memory after ${times} times in and out of the page`,
  ...['heap', 'nodes', 'listeners'].map((name) => `  ${name.padEnd(10)} ${before[name]} → ${after[name]}`),
];

const backend = ({ practitioners, atOnce, figures }) => [
  `Backend, ${practitioners} practitioners, ${atOnce} requests at a time`,
  ...figures.map(
    ({ engine, stored, what, perSecond, p50Ms, p95Ms }) =>
      `  ${engine.padEnd(9)} ${stored.toLocaleString('en').padStart(6)} stored   ${what.padEnd(9)} ${perSecond.toFixed(0).padStart(5)} a second   median ${ms(p50Ms)}   95 of 100 within ${ms(p95Ms)}`,
  ),
];

const REPORTS = { loading, interaction, drawing, leaks, backend };

/** What was measured in one part, in lines. */
export const report = (part, result) => ['', ...REPORTS[part](result)].join('\n');

const figure = (number) => (Number.isFinite(number) ? number.toFixed(2) : String(number));

/** The verdict, in lines. */
export const reportJudgements = (judgements) =>
  [
    '\nBeside each other, in this run',
    ...judgements.map(({ name, value, limit, goal: wished, isWithin }) =>
      [
        `  ${isWithin ? '✔' : '✖'} ${name.padEnd(64)} ${figure(value).padStart(7)}   at most ${figure(limit).padStart(6)}`,
        wished === undefined || wished >= limit ? '' : `   ${goal(value <= wished)} (≤ ${figure(wished)})`,
      ].join(''),
    ),
  ].join('\n');
