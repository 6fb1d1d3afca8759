import type { DesignSettings } from '../../domain/design/design-settings.js';
import type { Shade } from '../../domain/design/pigment.js';
import type { DesignFlow, DesignState } from '../../flows/design-flow.js';
import type { HairlineMessages } from '../../locales/hairline/messages.js';
import type { HairlinePhotoMessages } from '../../locales/hairline/photo-messages.js';
import type { PhotoMarks } from './photo-marks.js';
import type { PatternSet } from './worn-patterns.js';

/** What the templates of the picker draw from. */
export interface PickingView {
  readonly flow: DesignFlow;
  readonly state: DesignState;
  readonly words: HairlineMessages;
  /** What the clinic offers. */
  readonly offer: DesignSettings;
  readonly readOnly: boolean;
  /** Undefined while the model is shown. */
  readonly own: PhotoMarks | undefined;
  /** The words around it, once they are needed. */
  readonly photo: HairlinePhotoMessages | undefined;
  /** A photo is being read. */
  readonly reading: boolean;
  /** Why a photo can't be used, or what was pressed is not done, in words. */
  readonly refusal: string | undefined;
  /** That the link was copied, in words, or the link itself. */
  readonly copied: string | undefined;
  /** The design in words. */
  readonly description: string;
  /** The moment that is shown, in words. */
  readonly moment: string;
  /** What the model can wear, once the words for it are there. */
  readonly patterns: readonly PatternSet[] | undefined;
  /** Codes of advice. */
  readonly advice: readonly string[];
  /** Writes a number with so many decimals. */
  readonly number: (value: number, decimals?: number) => string;
  readonly nameOf: (shade: Pick<Shade, 'id' | 'name'>) => string;
}
