import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DraftMemory } from '../../src/domain/draft-memory.js';
import { Draft, type DraftStorage } from '../../src/flows/draft.js';
import { TabStorage } from '../support/booking.js';

const MINUTE = 60_000;
const DRAFT: DraftMemory = {
  clinic: 'fern',
  service: 'call',
  slot: {
    id: 'slot',
    start: '2026-12-01T09:00:00+00:00',
    end: '2026-12-01T10:00:00+00:00',
    localDate: '2026-12-01',
    localTime: '09:00',
    timeZone: 'Europe/London',
    offset: '+00:00',
  },
  name: 'Ada',
  granted: ['privacy'],
  submitted: false,
};

function draftOf(storage: DraftStorage | undefined = new TabStorage()) {
  const time = { now: 1_000_000_000_000 };
  return { time, draft: new Draft<DraftMemory>(storage, 'booking', () => time.now) };
}

describe('Draft', () => {
  it('gives back what was written', () => {
    const { draft } = draftOf();
    draft.write(DRAFT);
    assert.deepEqual(draft.read(), DRAFT);
  });

  it('keeps the last one only', () => {
    const { draft } = draftOf();
    draft.write(DRAFT);
    draft.write({ ...DRAFT, service: 'consult' });
    assert.deepEqual(draft.read(), { ...DRAFT, service: 'consult' });
  });

  it('is empty at first and once cleared', () => {
    const storage = new TabStorage();
    const { draft } = draftOf(storage);
    assert.equal(draft.read(), undefined);
    draft.write(DRAFT);
    draft.clear();
    assert.equal(draft.read(), undefined);
    assert.equal(storage.items.size, 0);
  });

  it('lasts for half an hour', () => {
    const { draft, time } = draftOf();
    draft.write(DRAFT);
    time.now += 30 * MINUTE;
    assert.deepEqual(draft.read(), DRAFT);
    time.now += 1;
    assert.equal(draft.read(), undefined);
  });

  it('is not believed when it is from the future: the clock was set back', () => {
    const { draft, time } = draftOf();
    draft.write(DRAFT);
    time.now -= 31 * MINUTE;
    assert.equal(draft.read(), undefined);
  });

  it('lasts half an hour from the last change', () => {
    const { draft, time } = draftOf();
    draft.write(DRAFT);
    time.now += 29 * MINUTE;
    draft.write(DRAFT);
    time.now += 29 * MINUTE;
    assert.deepEqual(draft.read(), DRAFT);
  });

  it('keeps drafts of different keys apart', () => {
    const storage = new TabStorage();
    draftOf(storage).draft.write(DRAFT);
    assert.equal(new Draft<DraftMemory>(storage, 'other', () => 1_000_000_000_000).read(), undefined);
  });

  it('leaves a draft of another version alone', () => {
    const storage = new TabStorage();
    const { draft } = draftOf(storage);
    draft.write(DRAFT);
    const [[key, text] = ['', '']] = storage.items;
    assert.deepEqual(draft.read(), DRAFT);
    for (const version of [0, 2, '1', null]) {
      storage.items.set(key, JSON.stringify({ ...(JSON.parse(text) as object), version }));
      assert.equal(draft.read(), undefined, String(version));
    }
  });

  it('is not written over or cleared by another page as long as it is sent and not answered', () => {
    const storage = new TabStorage();
    const { draft: first } = draftOf(storage);
    const { draft: other } = draftOf(storage);
    const theirs = { ...DRAFT, service: 'consult' };
    const kept = () => draftOf(storage).draft.read();
    first.write(DRAFT, true);
    other.clear();
    other.write(theirs);
    assert.deepEqual(kept(), DRAFT);
    other.write(theirs, true);
    const { draft: third } = draftOf(storage);
    third.write({ ...DRAFT, name: 'Third' });
    third.clear();
    assert.deepEqual(kept(), DRAFT);
    first.clear();
    assert.deepEqual(kept(), theirs, 'the other one lies beside it');
    other.write(theirs);
    third.clear();
    other.clear();
    assert.equal(storage.items.size, 0);
    other.write(theirs);
    first.write(DRAFT);
    assert.deepEqual(kept(), DRAFT, 'control: what was not sent is the last one only');
    assert.equal(storage.items.size, 1);
  });

  it('is not written over by a page that comes back from the browser’s cache either', () => {
    const storage = new TabStorage();
    const { draft: before } = draftOf(storage);
    const { draft: after } = draftOf(storage);
    const theirs = { ...DRAFT, service: 'consult' };
    const kept = () => draftOf(storage).draft.read();
    before.write(DRAFT);
    after.write(theirs);
    before.write({ ...DRAFT, name: 'Back' });
    assert.deepEqual(kept(), { ...DRAFT, name: 'Back' }, 'control: what was not sent is written over');
    after.write(theirs, true);
    before.write(DRAFT);
    before.clear();
    assert.deepEqual(kept(), theirs);
    before.write(DRAFT, true);
    after.clear();
    assert.deepEqual(kept(), DRAFT);
    before.clear();
    assert.equal(storage.items.size, 0);
  });

  it('may be written over once it is too old', () => {
    const storage = new TabStorage();
    draftOf(storage).draft.write(DRAFT, true);
    const { draft, time } = draftOf(storage);
    time.now += 31 * MINUTE;
    draft.write({ ...DRAFT, name: 'Other' });
    assert.equal(storage.items.size, 1);
  });

  it('belongs to whoever goes on with it', () => {
    const storage = new TabStorage();
    draftOf(storage).draft.write(DRAFT, true);
    const theirs = { ...DRAFT, service: 'consult' };
    draftOf(storage).draft.write(theirs, true);
    const { draft } = draftOf(storage);
    const offered: unknown[] = [];
    draft.take((kept) => {
      offered.push(kept);
      return offered.length === 2;
    });
    assert.deepEqual(offered, [DRAFT, theirs]);
    draft.clear();
    assert.equal(storage.items.size, 1);
    assert.deepEqual(draft.read(), DRAFT);
  });

  it('never stumbles over what it finds', () => {
    const storage = new TabStorage();
    const { draft } = draftOf(storage);
    draft.write(DRAFT);
    const [key = ''] = storage.items.keys();
    for (const text of ['', '{', 'null', '5', '"x"', '[]', '{}', '{"version":1}', '{"version":1,"at":"x"}']) {
      storage.items.set(key, text);
      assert.equal(draft.read(), undefined, text);
    }
    fc.assert(
      fc.property(fc.json(), (text) => {
        storage.items.set(key, text);
        draft.read();
      }),
      { numRuns: 300 },
    );
  });

  it('does without storage that is missing, forbidden or full', () => {
    const forbidden = new TabStorage();
    forbidden.forbidden = true;
    const full: DraftStorage = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('Full', 'QuotaExceededError');
      },
      removeItem: () => {},
    };
    for (const draft of [
      new Draft<DraftMemory>(undefined, 'booking', () => 0),
      draftOf(forbidden).draft,
      draftOf(full).draft,
    ]) {
      draft.write(DRAFT);
      draft.clear();
      assert.equal(draft.read(), undefined);
    }
  });
});
