import type { Density } from '../../domain/design/density.js';
import type { HeadView } from '../../domain/design/hairline-design.js';
import type { HairlinePhotoMessages } from './photo-messages.js';
import type { Edge, HairlineShape, Temples } from '../../domain/design/hairline.js';

/** What stands for a design in words; numbers are already formatted. */
export interface DesignWords {
  readonly shape: string;
  readonly edge: string;
  readonly height: string;
  readonly shade: string;
  readonly density: string;
}

/** Every word of the hairline picker, in one language. */
export interface HairlineMessages {
  readonly title: string;
  /** Under it, where the start was drawn from a consultation. */
  readonly suggested: string;
  /** Part of the picture: `Illustration, not a promise of result`. */
  readonly caption: string;
  /** Above the designs that the clinic proposes. */
  readonly presets: string;
  readonly shape: string;
  readonly shapes: Readonly<Record<HairlineShape, string>>;
  readonly edge: string;
  readonly edges: Readonly<Record<Edge, string>>;
  readonly temples: string;
  readonly templeStyles: Readonly<Record<Temples, string>>;
  readonly heights: string;
  readonly midHeight: string;
  readonly leftCorner: string;
  readonly rightCorner: string;
  readonly temporalPeak: string;
  readonly peakDepth: string;
  /** `8.5 cm` */
  readonly cm: (length: string) => string;
  /** `8.5 cm above the brows`, said with a slider. */
  readonly aboveBrows: (length: string) => string;
  /** `8 mm` */
  readonly mm: (length: number) => string;
  readonly less: (what: string) => string;
  readonly more: (what: string) => string;
  readonly shade: string;
  /** Of the five built-in shades, from the lightest. */
  readonly shades: Readonly<Record<string, string>>;
  readonly density: string;
  readonly densities: Readonly<Record<Density, string>>;
  /** `65 dots per cm²` */
  readonly dots: (count: number) => string;
  readonly sessions: string;
  readonly sessionCount: (count: number) => string;
  readonly view: string;
  readonly views: Readonly<Record<HeadView, string>>;
  readonly time: string;
  readonly afterSession: (session: number) => string;
  readonly healed: string;
  readonly inYears: (years: number) => string;
  readonly you: string;
  readonly skin: string;
  /** `Tone 4 of 10` */
  readonly tone: (tone: number) => string;
  readonly hair: string;
  readonly pattern: string;
  readonly compare: string;
  readonly comparing: string;
  /** Said with the slider that compares: `Before: 50 % of the picture`. */
  readonly beforeShare: (percent: number) => string;
  readonly before: string;
  readonly after: string;
  readonly undo: string;
  readonly redo: string;
  readonly reset: string;
  readonly surprise: string;
  readonly save: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly choose: string;
  readonly chosen: string;
  readonly fine: string;
  readonly describe: (design: DesignWords) => string;
  readonly advice: Readonly<Record<string, string>>;
  readonly usePhoto: string;
  readonly photoStays: string;
  readonly useModel: string;
  readonly reading: string;
  readonly photoFailed: string;
  /** What was pressed needs code that did not come. */
  readonly failed: string;
  readonly handle: (what: string) => string;
  readonly picture: (description: string) => string;
  /** Words around a photo of the visitor's own, where they are other than ours. */
  readonly photo?: Partial<HairlinePhotoMessages>;
}
