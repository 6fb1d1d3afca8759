import type { LanguageController } from '../../controllers/language-controller.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { HairlinePhotoMessages } from '../../locales/hairline/photo-messages.js';
import { hairlineWords } from '../../locales/hairline/words.js';
import type { PhotoMarks } from './photo-marks.js';

/** Why something is not done, in words. */
export type Refusal = () => string | undefined;

/** Takes the photo that a visitor chooses, and gives it up again. */
export class PhotoChoice {
  /** The photo; undefined while the model is shown. */
  own: PhotoMarks | undefined;
  #reading: AbortController | undefined;
  #words: Catalogue<HairlinePhotoMessages> | undefined;
  readonly #language: LanguageController;
  readonly #refuse: (refusal?: Refusal) => void;
  readonly #changed: () => void;

  /** `refuse` is called with what stands in the way, or with nothing; `changed` when there is something else to draw. */
  constructor(language: LanguageController, refuse: (refusal?: Refusal) => void, changed: () => void) {
    this.#language = language;
    this.#refuse = refuse;
    this.#changed = changed;
  }

  /** Is a file being read? */
  get reading(): boolean {
    return this.#reading !== undefined;
  }

  /** The words around a photo, once they are needed. */
  get words(): HairlinePhotoMessages | undefined {
    return this.#words && this.#language.of(this.#words);
  }

  /** Reads a file; what was read before is given up. Says whether it was the last one to be read. */
  async take({ target }: Event): Promise<boolean> {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (!(target instanceof HTMLInputElement) || !file) return false;
    this.stop();
    const reading = (this.#reading = new AbortController());
    this.#refuse();
    try {
      const { PhotoMarks, photoWords, refusalWords } = await import('./photo-marks.js');
      this.#words = photoWords;
      await this.#language.add(photoWords);
      try {
        const own = await PhotoMarks.read(file, reading.signal, this.#changed);
        if (reading.signal.aborted) own.photo.close();
        else {
          this.own?.photo.close();
          this.own = own;
        }
      } catch (error) {
        if (!reading.signal.aborted) this.#refuse(() => refusalWords(error, this.#language.of(photoWords)));
      }
    } catch {
      this.#refuse(() => this.#language.of(hairlineWords).photoFailed);
    }
    // The same file can be chosen again.
    target.value = '';
    const isLast = this.#reading === reading;
    if (isLast) this.#reading = undefined;
    this.#changed();
    return isLast;
  }

  /** Reads no further. */
  stop(): void {
    this.#reading?.abort();
  }

  /** Back to the model. */
  leave(): void {
    this.stop();
    this.own?.photo.close();
    this.own = undefined;
    this.#refuse();
  }
}
