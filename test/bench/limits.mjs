// What the benches are judged by. Times depend on the machine and on what else it does: what can fail here is the ratio
// of two times that were measured in turn in one run, or a number that is the same on every machine.

const ENGINES = ['pglite', 'postgres'];

const besidePlain = (name, of, limit) => ({
  part: 'drawing',
  name: `${name}, beside 40,000 plain dots`,
  of: ({ 1: full }) => of(full) / full.plainMs,
  limit,
});

const growth = (name) => ({
  part: 'leaks',
  name: `growth of ${name}`,
  of: (leaks) => leaks.growth[name],
  limit: 0.05,
  goal: 0.05,
});

const crowded = (what, limit) => ({
  part: 'interaction',
  name: `another ${what} with 10,080 times, beside the ordinary one`,
  of: (interaction) => interaction['10,080 times'][what].medianMs / interaction.ordinary[what].medianMs,
  limit,
});

const stored = (engine, what, limit) => ({
  part: 'backend',
  name: `${what} on ${engine} with a year stored, beside an empty year`,
  of: ({ figures }) => {
    const timeOf = (isEmpty) =>
      figures.find((figure) => figure.engine === engine && figure.what === what && (figure.stored === 0) === isEmpty)
        .p50Ms;
    return timeOf(false) / timeOf(true);
  },
  limit,
});

/**
 * `limit` is what has been reached, with room for a restless machine: what lies above it fails. `goal` is what is wished
 * for, where that is a ratio, too.
 */
export const LIMITS = [
  {
    part: 'loading',
    name: 'first paint, beside the bare page',
    of: ({ loader }) => loader.paintRatio,
    limit: 0.8,
    goal: 1,
  },
  {
    part: 'loading',
    name: 'first time to click, beside the bare page',
    of: ({ loader }) => loader.readyRatio,
    limit: 2.2,
    goal: 1,
  },
  crowded('day', 4),
  crowded('month', 4),
  besidePlain('first view', (full) => full.coarseMs, 35),
  besidePlain('first view in full', (full) => full.fineMs, 270),
  besidePlain('20,000 places', (full) => full.fieldMs, 1),
  besidePlain('redrawn', (full) => full.redrawMs, 0.7),
  besidePlain('another side', (full) => full.viewMs, 20),
  {
    part: 'drawing',
    name: 'pixels of canvas kept',
    of: ({ cycles }) => cycles.canvasPixelsKept,
    limit: 0,
    goal: 0,
  },
  ...['heap', 'nodes', 'listeners'].map(growth),
  ...ENGINES.flatMap((engine) => ['slots', 'holds', 'bookings'].map((what) => stored(engine, what, 2))),
];

/** Judges the parts that were measured. What is no number has gone wrong, and fails, too. */
export function judge(results, limits = LIMITS) {
  return limits
    .filter(({ part }) => results[part])
    .map(({ part, name, of, limit, goal }) => {
      const value = of(results[part]);
      return { name, value, limit, goal, isWithin: value <= limit };
    });
}
