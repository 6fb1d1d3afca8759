import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { SMP_ERROR_CODES } from '../../src/domain/errors.js';
import { ServiceMode } from '../../src/domain/service.js';
import { en } from '../../src/locales/en.js';
import type { Messages } from '../../src/locales/messages.js';

const words: Messages = en;
const NUMBERS = [0, 1, 2, 5, 21];
const PLURALS = ['minutes', 'free', 'freeTimes', 'heldMinutes', 'holdEnding', 'characters'] as const;

/** Every text that these messages can give, with a name for it. */
function texts(messages: object, path = ''): [name: string, text: string][] {
  return Object.entries(messages).flatMap(([key, message]: [string, unknown]): [string, string][] => {
    const name = path + key;
    if (typeof message === 'string') return [[name, message]];
    if (typeof message === 'function') return called(name, message as (...args: unknown[]) => string);
    return texts(message as object, `${name}.`);
  });
}

/** Called with each number, which also stands for a text. */
function called(name: string, message: (...args: unknown[]) => string): [string, string][] {
  return [...NUMBERS, -3].flatMap((first) =>
    (message.length > 1 ? NUMBERS : [undefined]).map((second): [string, string] => [
      `${name}(${String(first)}, ${String(second)})`,
      message(first, second),
    ]),
  );
}

/** What is wrong with the wording of messages. */
const faults = (messages: object): string[] =>
  texts(messages).flatMap(([name, text]) => [
    ...(text.trim() === '' ? [`${name} is empty`] : []),
    ...(text !== text.trim() ? [`${name} has space around it`] : []),
    ...(text.includes('!') ? [`${name} shouts`] : []),
    ...(/undefined|NaN|\[object|null/.test(text) ? [`${name} says “${text}”`] : []),
    ...(/ {2}/.test(text) ? [`${name} has a double space`] : []),
    ...(/['"]/.test(text) ? [`${name} has straight quotes`] : []),
  ]);

/** The keys that `Messages` declares, by its source. */
const declaredKeys = (): string[] => {
  const source = readFileSync(new URL('../../src/locales/messages.ts', import.meta.url), 'utf8');
  const declared = source.slice(source.indexOf('export interface Messages'));
  return [...declared.matchAll(/^ {2}readonly (\w+)/gm)].map(([, key = '']) => key).sort();
};

describe('en', () => {
  it('has every message and no other', () => {
    const keys = declaredKeys();
    assert.ok(keys.length > 80 && keys.includes('language') && keys.includes('errors'));
    assert.deepEqual(Object.keys(en).sort(), keys);
  });

  it('has nothing empty, shouted or garbled', () => assert.deepEqual(faults(en), []));

  it('is language “en”', () => assert.equal(en.language, 'en'));

  it('counts 0, 1, 2, 5 and 21', () => {
    const of = (message: (number: number) => string) => NUMBERS.map(message);
    assert.deepEqual(of(words.minutes), ['0 minutes', '1 minute', '2 minutes', '5 minutes', '21 minutes']);
    assert.deepEqual(of(words.free), ['0 free', '1 free', '2 free', '5 free', '21 free']);
    assert.deepEqual(of(words.freeTimes), [
      'no times available',
      '1 time available',
      '2 times available',
      '5 times available',
      '21 times available',
    ]);
    assert.deepEqual(
      NUMBERS.map((number) => words.timesOn(number, 'Tuesday')),
      ['0 times on Tuesday', '1 time on Tuesday', '2 times on Tuesday', '5 times on Tuesday', '21 times on Tuesday'],
    );
    assert.deepEqual(of(words.heldMinutes), [
      '0 minutes left',
      '1 minute left',
      '2 minutes left',
      '5 minutes left',
      '21 minutes left',
    ]);
    assert.deepEqual(
      NUMBERS.map((number) => words.hours(number, number)),
      ['0 hours', '1 hour 1 minute', '2 hours 2 minutes', '5 hours 5 minutes', '21 hours 21 minutes'],
    );
    assert.equal(words.hours(1, 0), '1 hour');
    assert.deepEqual(
      [...NUMBERS, -1, -2].map((left) => words.characters(left)),
      [
        '0 characters left',
        '1 character left',
        '2 characters left',
        '5 characters left',
        '21 characters left',
        '1 character too many',
        '2 characters too many',
      ],
    );
  });

  it('writes one thing in the singular', () => {
    for (const name of PLURALS)
      assert.doesNotMatch(words[name](1), /\b1 (minutes|times|characters|hours|seconds)\b/, name);
  });

  it('tells the time left of a hold', () => {
    assert.equal(words.heldSeconds(1, 5), '1:05 left');
    assert.equal(words.heldSeconds(0, 59), '0:59 left');
    assert.match(words.holdEnding(120), /2 minutes/);
    assert.match(words.holdEnding(90), /2 minutes/);
    assert.match(words.holdEnding(60), /1 minute /);
    assert.match(words.holdEnding(30), /30 seconds/);
    assert.match(words.holdEnding(1), /\b1 second\b/);
  });

  it('has words for each way to meet and for what can go wrong', () => {
    for (const mode of ServiceMode.options) assert.ok(words.mode[mode]);
    assert.ok(words.errors.unknown);
    for (const code of Object.keys(words.errors))
      assert.ok((SMP_ERROR_CODES as readonly string[]).includes(code), code);
  });

  it('shows what it is handed', () => {
    for (const [text, part] of [
      [words.clinicTime('Zone'), 'Zone'],
      [words.yourTime('14:00'), '14:00'],
      [words.held('Tuesday, 13:00'), 'Tuesday, 13:00'],
      [words.lostHint('Tuesday, 13:00'), 'Tuesday, 13:00'],
      [words.noTimesOn('Tuesday'), 'Tuesday'],
      [words.privacyConsent('Clinic'), 'Clinic'],
      [words.emailSuggestion('a@b.example'), 'a@b.example'],
      [words.confirmedNext('a@b.example'), 'a@b.example'],
      [words.requestedNext('a@b.example'), 'a@b.example'],
      [words.waitlistedHint('a@b.example'), 'a@b.example'],
      [words.calendarTitle('Clinic'), 'Clinic'],
      [words.calendarReference('SMP-1'), 'SMP-1'],
      [words.calendarPhone('020'), '020'],
    ] as const) {
      assert.ok(text.includes(part), text);
    }
  });

  it('is checked by rules that find what they look for', () => {
    const bad = {
      ...en,
      back: '',
      retry: 'Retry!',
      free: (number: number) => (number === 0 ? '' : `${number} free`),
      errors: { unknown: 'undefined' },
    };
    assert.deepEqual(
      faults(bad)
        .map((fault) => fault.split(' ')[0])
        .sort(),
      ['back', 'errors.unknown', 'free(0,', 'retry'],
    );
    const { back: _back, ...missing } = en;
    assert.notDeepEqual(Object.keys(missing).sort(), declaredKeys());
  });
});
