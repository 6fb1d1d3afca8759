import { hostileTexts } from '../../../support/hostile-texts.js';
import { asking, EVERY_KIND, question } from './clinic-questions.js';
import { pickOf } from './dice.js';

const JUNK: readonly unknown[] = [
  null,
  undefined,
  '',
  0,
  -1,
  1e308,
  NaN,
  true,
  [],
  {},
  [[[]]],
  'ageConfirm18',
  'contact',
  ['ageConfirm18'],
  { question: 'ageConfirm18', is: 'yes' },
  { question: 'nobody', answered: true },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  ...hostileTexts,
];

/** What a clinic might write without a mistake. */
const SOUND: readonly unknown[] = [
  asking(...EVERY_KIND),
  asking(question('look'), question('worry', { when: { question: 'look', is: 'soft' } })),
  {
    questionnaire: {
      version: '2',
      remove: ['howHeard'],
      change: [{ id: 'hairColour', label: 'Colour?', required: false }],
      add: [{ after: 'timeframe', id: 'parking', kind: 'yes-no', label: 'Do you come by car?' }],
    },
  },
  {
    questionnaire: { version: '3', remove: ['expectations'] },
    screening: {
      remove: ['bloodDonor'],
      patchTestHours: 72,
      rules: [
        {
          flag: 'ours',
          when: {
            all: [{ question: 'ageConfirm18', is: 'yes' }, { not: { question: 'treatmentGoal', is: ['scar'] } }],
          },
          effects: [{ kind: 'defer', wait: { count: 3, unit: 'week' } }],
          title: 'Ours',
          advice: 'Our own.',
        },
      ],
    },
  },
  { screening: { patchTestHours: 24 } },
  {},
];

/** Settings of a clinic, of which now and then a few parts are spoilt. */
export function spoiltSettings(random: () => number): unknown {
  const copy: unknown = structuredClone(pickOf(random, SOUND));
  const spoil = (part: unknown, depth: number): unknown => {
    if (typeof part !== 'object' || part === null || depth === 0 || random() < 0.1) return pickOf(random, JUNK);
    const keys = Object.keys(part);
    if (keys.length === 0) return pickOf(random, JUNK);
    const key = pickOf(random, keys);
    const record = part as Record<string, unknown>;
    switch (Math.floor(random() * 6)) {
      case 0:
        Reflect.deleteProperty(record, key);
        return part;
      case 1:
        record[`${key}${pickOf(random, hostileTexts).slice(0, 20)}`] = pickOf(random, JUNK);
        return part;
      case 2:
        // Twice the same, or in another order.
        if (Array.isArray(part)) part.push(...(part.slice(0, 1) as unknown[]));
        return part;
      default:
        record[key] = spoil(record[key], depth - 1);
        return part;
    }
  };
  const times = Math.floor(random() * 4);
  return Array.from({ length: times }).reduce<unknown>((value) => spoil(value, 7), copy);
}
