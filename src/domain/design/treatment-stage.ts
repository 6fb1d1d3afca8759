/** A moment in the life of a treatment that a preview can show: before it, right after a session, healed, or years later. */
export type TreatmentStage = 'before' | 'healed' | `session-${number}` | `years-${number}`;

const NUMBERED = /^(session|years)-([1-9]\d?)$/;

/** Is this text a stage? Sessions and years go from 1 to 99. */
export function isTreatmentStage(text: string): text is TreatmentStage {
  return text === 'before' || text === 'healed' || NUMBERED.test(text);
}

/** The number of a stage's session, or of its years; 0 for the others. */
export function numberOf(stage: TreatmentStage, kind: 'session' | 'years'): number {
  const [, name, number] = NUMBERED.exec(stage) ?? [];
  return name === kind ? Number(number) : 0;
}

/** What the dots look like at a stage. */
export interface StageLook {
  /** Part of all dots that are there, 0 to 1. */
  readonly share: number;
  /** How strong their colour is; 1 when healed. */
  readonly strength: number;
  /** How wide they are; 1 when healed. */
  readonly width: number;
  /** Redness of fresh skin, 0 to 1. */
  readonly redness: number;
}

/** Three sessions build 30, 70 and 100 % of the density (a series of ten cases without control, PMC12406178). */
const THREE = [0.3, 0.7, 1];

/**
 * Part of the dots that are there after session `session` of `sessions`: 30, 70 and 100 % of three, and as much of any
 * other number, in proportion.
 */
export function shareAfter(session: number, sessions: number): number {
  if (session >= sessions) return 1;
  const at = (3 * session) / sessions;
  const whole = Math.floor(at);
  const before = whole === 0 ? 0 : (THREE[whole - 1] ?? 1);
  const after = THREE[whole] ?? 1;
  return before + (after - before) * (at - whole);
}

/**
 * How dots look at a stage. Fresh ones are darker and larger, since scabs hold pigment; they soften by some 40–50 %
 * within ten days, which is what “healed” shows. Healed ones fade from year to year and spread a little: half of their
 * strength is gone after about five years, when most are refreshed. An estimate: skin, sun and pigment decide.
 */
export function lookOf(stage: TreatmentStage, sessions: number): StageLook {
  const session = numberOf(stage, 'session');
  if (session > 0) return { share: shareAfter(session, sessions), strength: 1.35, width: 1.2, redness: 1 };
  const years = numberOf(stage, 'years');
  return { share: stage === 'before' ? 0 : 1, strength: 0.5 ** (years / 5), width: 1 + 0.04 * years, redness: 0 };
}
