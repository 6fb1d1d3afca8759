import { visitor } from '../../src/controllers/visitor.js';

/** When every story begins: Monday, 30 November 2026, half past nine in London. */
export const STORY_START = Date.parse('2026-11-30T09:30:00Z');

let start = STORY_START;
let opened = performance.now();

/** The time that it is in the story, milliseconds since 1970: it begins at the same moment, and goes on from there. */
export const storyNow = (): number => start + (performance.now() - opened);

/** Sets the clock of the clinic and of the visitor's device, and empties the visitor's storage. */
export function beginStoryTime(at = STORY_START): void {
  start = at;
  opened = performance.now();
  kept.clear();
}

const kept = new Map<string, string>();

/** Storage that is forgotten with the story. */
const storage: Storage = {
  get length() {
    return kept.size;
  },
  clear: () => kept.clear(),
  getItem: (key) => kept.get(key) ?? null,
  key: (index) => [...kept.keys()][index] ?? null,
  removeItem: (key) => void kept.delete(key),
  setItem: (key, value) => void kept.set(key, value),
};

visitor.now = storyNow;
visitor.storage = () => storage;
visitor.lastingStorage = () => storage;
