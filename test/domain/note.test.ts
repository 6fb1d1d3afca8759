import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cutAtLines, MAX_NOTE, MORE_SAID, noteWith } from '../../src/domain/note.js';

describe('A note with what was said elsewhere', () => {
  it('is the visitor’s own first, and either alone where there is no other', () => {
    assert.equal(noteWith(' Ring twice. ', 'Flags: None'), 'Ring twice.\n\nFlags: None');
    assert.equal(noteWith(' ', 'Flags: None'), 'Flags: None');
    assert.equal(noteWith('Ring twice.'), 'Ring twice.');
    assert.equal(noteWith(''), '');
  });

  it('keeps the visitor’s own whole, whatever its length, and is never too long', () => {
    const said = `${'x'.repeat(49)}\n`.repeat(20).slice(0, MAX_NOTE);
    for (let length = 0; length <= MAX_NOTE; length++) {
      const own = 'o'.repeat(length);
      const note = noteWith(own, said);
      assert.ok(note.startsWith(own) && note.length <= MAX_NOTE, `${length} characters`);
      const room = MAX_NOTE - length - 2;
      if (length > 0) assert.equal(note.endsWith(MORE_SAID), room >= MORE_SAID.length, `${length} characters`);
    }
  });

  it('leaves out whole lines', () => {
    assert.equal(cutAtLines('one\ntwo\nthree', 13), 'one\ntwo\nthree');
    assert.equal(cutAtLines('one\ntwo\nthree', 12, 'more'), 'one\ntwo\nmore');
    assert.equal(cutAtLines('one\ntwo\nthree', 8, 'more'), 'one\nmore');
  });
});
