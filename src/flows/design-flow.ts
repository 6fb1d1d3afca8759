import type { HairLossPattern } from '../domain/consultation/hair-loss.js';
import { DEFAULT_DESIGN } from '../domain/design/hairline-design.js';
import type { HairlineDesign } from '../domain/design/hairline-design.js';
import { numberOf, type TreatmentStage } from '../domain/design/treatment-stage.js';

/** What a design is shown on. Kept in memory, and no part of the design. */
export interface DesignModel {
  /** 1 to 10 of the Monk Skin Tone scale. */
  readonly skin: number;
  /** The shade that the stubble has. */
  readonly hair: string;
  /** The hair that is left. */
  readonly pattern: HairLossPattern;
}

/** All that a picker shows. */
export interface DesignState {
  readonly design: HairlineDesign;
  readonly model: DesignModel;
  readonly stage: TreatmentStage;
  /** Share of the picture, from its left, that shows the head without pigment; undefined when nothing is compared. */
  readonly before: number | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The design has been chosen, and has not changed since. */
  readonly chosen: boolean;
}

/** Steps that can be taken back. */
const MOST_STEPS = 100;

const differ = (one: HairlineDesign, other: HairlineDesign): boolean =>
  (Object.keys(one) as (keyof HairlineDesign)[]).some((key) => one[key] !== other[key]);

/** What a visitor does with a design: changes it, takes changes back, looks at it in time, chooses it. No DOM. */
export class DesignFlow {
  #past: HairlineDesign[] = [];
  #future: HairlineDesign[] = [];
  /** What stood before a handle was taken. */
  #held: HairlineDesign | undefined;
  /** Where `reset` goes back to. */
  #start = DEFAULT_DESIGN;
  /** The page has set the design: nothing else begins elsewhere. */
  #given = false;
  readonly #changed: (settled: boolean) => void;
  #state: DesignState = {
    design: DEFAULT_DESIGN,
    model: { skin: 4, hair: 'shade-4', pattern: 'norwood-5' },
    stage: 'healed',
    before: undefined,
    canUndo: false,
    canRedo: false,
    chosen: false,
  };

  /** `changed` is called with each change; `settled` says that the design is another, and nobody is still dragging. */
  constructor(changed: (settled: boolean) => void) {
    this.#changed = changed;
  }

  get state(): DesignState {
    return this.#state;
  }

  /** Is somebody dragging? */
  get held(): boolean {
    return this.#held !== undefined;
  }

  /**
   * Begins with a design, where the page has set none. A visitor who has changed anything, or chosen, keeps that. Says
   * whether the design is shown.
   */
  start(design: HairlineDesign): boolean {
    if (this.#given) return false;
    this.#start = design;
    if (this.#past.length > 0 || this.#held || this.#state.chosen) return false;
    this.#put({ design }, false);
    return true;
  }

  /**
   * Shows a design that the page has set: what was done before can't be taken back, and no other start replaces it. The
   * one that is shown already changes nothing: a page that binds the design both ways gives back what it was told.
   */
  load(design: HairlineDesign): void {
    this.#given = true;
    if (differ(design, this.#state.design)) this.#begin(design);
  }

  /** Shows what the page's attributes say, until another start replaces it. */
  preset(design: HairlineDesign): void {
    this.#given = false;
    this.#begin(design);
  }

  /** All is as it was when the visitor began, and nothing can be taken back. */
  renew(): void {
    this.#begin(this.#start);
  }

  /** Changes the design. While a handle is dragged, `settled` is false, and all of it is one step. */
  change(part: Partial<HairlineDesign>, settled = true): void {
    const { design } = this.#state;
    const next = { ...design, ...part };
    this.#held ??= design;
    const from = this.#held;
    if (settled) this.#held = undefined;
    if (!settled || !differ(next, from)) return this.#put({ design: next }, false);
    this.#past = [...this.#past, from].slice(-MOST_STEPS);
    this.#future = [];
    this.#put({ design: next, chosen: false }, true);
  }

  /** Gives up what was dragged: the design is as it was before. */
  letGo(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#put({ design: this.#asSeen(held) }, false);
  }

  /** Looks from another side: no step. */
  look(view: HairlineDesign['view']): void {
    this.#put({ design: { ...this.#state.design, view } }, false);
  }

  show(part: Partial<Pick<DesignState, 'stage' | 'before'>>): void {
    this.#put(part, false);
  }

  wear(part: Partial<DesignModel>): void {
    this.#put({ model: { ...this.#state.model, ...part } }, false);
  }

  undo(): void {
    this.letGo();
    const design = this.#past.pop();
    if (!design) return;
    this.#future.push(this.#state.design);
    this.#put({ design: this.#asSeen(design), chosen: false }, true);
  }

  redo(): void {
    this.letGo();
    const design = this.#future.pop();
    if (!design) return;
    this.#past.push(this.#state.design);
    this.#put({ design: this.#asSeen(design), chosen: false }, true);
  }

  /** Back to where the visitor began; a step like any other. */
  reset(): void {
    this.change(this.#asSeen(this.#start));
  }

  choose(): void {
    this.#put({ chosen: true }, false);
  }

  /** Steps back and forth don't turn the head. */
  #asSeen(design: HairlineDesign): HairlineDesign {
    return { ...design, view: this.#state.design.view };
  }

  #begin(design: HairlineDesign): void {
    this.#held = undefined;
    this.#past = [];
    this.#future = [];
    this.#start = design;
    this.#put({ design, chosen: false }, false);
  }

  #put(part: Partial<DesignState>, settled: boolean): void {
    const state = { ...this.#state, ...part };
    const { stage, design } = state;
    this.#state = {
      ...state,
      stage: numberOf(stage, 'session') > design.sessions ? `session-${design.sessions}` : stage,
      canUndo: this.#past.length > 0,
      canRedo: this.#future.length > 0,
    };
    this.#changed(settled);
  }
}
