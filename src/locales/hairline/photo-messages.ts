/** The words around a photo of the visitor's own; loaded with it. */
export interface HairlinePhotoMessages {
  readonly help: string;
  readonly poses: Readonly<Record<'top' | 'left' | 'right' | 'brow', string>>;
  /** Over the marks, one of which is moved by sliders. */
  readonly mark: string;
  readonly zoom: string;
  /** How far to the right, and how far down, a photo is looked at. */
  readonly across: string;
  readonly down: string;
  /** Why a file can't be used. */
  readonly refusals: Readonly<
    Record<
      | 'not-a-photo'
      | 'heic'
      | 'too-many-bytes'
      | 'too-many-pixels'
      | 'too-small'
      | 'unreadable'
      | 'blocked'
      | 'out-of-memory',
      string
    >
  >;
}
