import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { clinicContext } from '../../context/clinic-context.js';
import { enquiryContext } from '../../context/enquiry-context.js';
import { followWindow } from '../../controllers/follow-window.js';
import { visitor } from '../../controllers/visitor.js';
import type { DesignOffer } from '../../domain/design/design-settings.js';
import type { HairlineDesign } from '../../domain/design/hairline-design.js';
import { hostStyles } from '../../styles/host.styles.js';
import { tokenStyles } from '../../styles/tokens.styles.js';
import { frame } from '../form/frame.template.js';
import { latePages } from '../form/late-pages.js';
import { hairlinePickerStyles } from './hairline-picker.styles.js';
import type { Picking } from './picking.js';

/** Attributes that say where the design starts. */
const DESIGN = [
  'shape',
  'edge',
  'temples',
  'midHeight',
  'leftCorner',
  'rightCorner',
  'temporalPeak',
  'peakDepth',
  'shade',
  'density',
  'sessions',
  'seed',
  'view',
] as const;
/** Attributes that say what it is shown on. */
const MODEL = ['skin', 'hair', 'pattern', 'stage'] as const;

/**
 * Shows a hairline on a head or on an own photo as it is shaped: shape, edge, height, shade and density, session by
 * session. The design goes along with a booking or a consultation in the same `<smp-clinic>`; the picker also works alone,
 * without any backend. Photos never leave the device.
 *
 * Inside a form of the page its value is the design as a short text.
 *
 * @tag smp-hairline-picker
 * @slot - Shown until the picker is ready, and where the code of it does not load.
 * @slot heading - Above all pages: a heading of the page's own, say.
 * @slot footer - Below all pages: legal text, say.
 * @fires {SmpHairlineChangedEvent} smp-hairline-changed - The visitor changed the design, and let go.
 * @fires {SmpHairlineSelectedEvent} smp-hairline-selected - The visitor chose the design.
 * @fires {SmpErrorEvent} smp-error - An attribute or the clinic's palette holds a mistake; the rest is used.
 * @csspart picture - The picture, with its caption.
 * @csspart caption - Says that it is an illustration.
 * @csspart handle - A mark on the picture that can be dragged.
 * @csspart controls - All controls.
 * @csspart option - One choice among several.
 * @csspart advice - Advice on the design.
 * @csspart button - The main button.
 * @csspart phone - The clinic's phone number, where the code of it does not load.
 * @cssstate ready - The picker can be used.
 */
export class SmpHairlinePicker extends LitElement {
  static readonly formAssociated = true;
  static override styles = [tokenStyles, hostStyles, hairlinePickerStyles];

  /** `natural-rounded`, `straight`, `widows-peak`, `mature-receded`, `juvenile-low`, `m-shape`, `round` or `rectangular`. */
  @property() shape?: string;
  /** `soft-broken`, `medium` or `defined`. */
  @property() edge?: string;
  /** `soft`, `medium` or `defined`. */
  @property() temples?: string;
  /** Middle of the line above the brows, in mm over the skin: 60 to 110. */
  @property({ type: Number, attribute: 'mid-height' }) midHeight?: number;
  /** Corner on the client's left, in mm over the skin above the brow: 60 to 140. */
  @property({ type: Number, attribute: 'left-corner' }) leftCorner?: number;
  /** Corner on the client's right. */
  @property({ type: Number, attribute: 'right-corner' }) rightCorner?: number;
  /** How far the temples reach forward, in mm: 0 to 20. */
  @property({ type: Number, attribute: 'temporal-peak' }) temporalPeak?: number;
  /** How far the middle dips, in mm: 0 to 20. */
  @property({ type: Number, attribute: 'peak-depth' }) peakDepth?: number;
  /** Id of a pigment: `shade-1` (light) to `shade-5` (dark), or one of the clinic's own. */
  @property() shade?: string;
  /** Dots per cm², 20 to 130, or `light` (40), `natural` (65), `full` (90) or `bold` (110). */
  @property() density?: string;
  /** Sessions that build the density: 1 to 6. Default 3. */
  @property({ type: Number }) sessions?: number;
  /** From which the small irregularities come, 0 to 65535. */
  @property({ type: Number }) seed?: number;
  /** `front`, `quarter`, `left`, `right`, `top` or `back`. */
  @property() view?: string;
  /** Skin of the model, 1 to 10 of the Monk Skin Tone scale. Default 4. */
  @property({ type: Number }) skin?: number;
  /** Stubble of the model: `shade-1` (light) to `shade-5` (dark). */
  @property() hair?: string;
  /** Hair that is left, as a pattern of hair loss: `norwood-5`. */
  @property() pattern?: string;
  /** Moment that is shown: `before`, `session-1` and so on, `healed`, or `years-1` and so on. Default `healed`. */
  @property() stage?: string;
  /** Whole years, where the page knows them: from 47 on the start is a line that goes with them. Kept nowhere. */
  @property({ type: Number }) age?: number;
  /** Shows a design that can't be changed. */
  @property({ type: Boolean, reflect: true, attribute: 'readonly' }) readOnly = false;
  /** Name under which a form of the page sends the design. */
  @property({ reflect: true }) name?: string;
  /** A form of the page can't be sent before a design is chosen. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** What is offered: shades, presets and more, as in the clinic's profile and in its place. */
  @property({ attribute: false }) settings?: DesignOffer;
  /** The design to start with, as the short text that `value` gives. */
  @property({ attribute: 'value' }) defaultValue?: string;

  @state() private picking: Picking | undefined;
  @state() private disabledByForm = false;

  readonly #internals = this.attachInternals();
  #design: HairlineDesign | undefined;
  #value: string | undefined;
  readonly #clinic = new ContextConsumer(this, {
    context: clinicContext,
    subscribe: true,
    callback: () => {
      this.requestUpdate();
      void this.picking?.beginning.connect();
    },
  });
  readonly #enquiry = new ContextConsumer(this, {
    context: enquiryContext,
    subscribe: true,
    callback: () => void this.picking?.beginning.suggest(),
  });
  readonly #pages = latePages(this, this.#clinic, async () => {
    const { Picking } = await import('./picking.js');
    const picking = new Picking(this, this.#clinic, this.#enquiry);
    const { beginning } = picking;
    beginning.preset(this.#given(DESIGN));
    beginning.dress(this.#given(MODEL));
    const follow = () => beginning.loadCode(this.#value ?? this.defaultValue ?? visitor.fragment('smp-design') ?? '');
    follow();
    if (this.#design) beginning.load(this.#design);
    void beginning.suggest();
    this.picking = picking;
    followWindow(this, 'hashchange', () => {
      if (visitor.fragment('smp-design')) follow();
    });
    void beginning.connect();
  });

  /** The design as it is now. What is set over it is checked; see `smp-error`. */
  @property({ attribute: false })
  get design(): HairlineDesign | undefined {
    return this.picking?.flow.state.design ?? this.#design;
  }

  set design(design: HairlineDesign | undefined) {
    this.#design = design;
    if (design) this.picking?.beginning.load(design);
  }

  /** The design as a short text; what is no such text changes nothing. */
  @property({ attribute: false })
  get value(): string {
    return this.picking?.code ?? this.#value ?? this.defaultValue ?? '';
  }

  set value(code: string) {
    this.#value = code;
    this.picking?.beginning.loadCode(code);
  }

  /**
   * The picture as it is shown, as fine as it gets, also where nobody can see it; undefined while the element is not on a
   * page, and where the code of it does not load.
   */
  async picture(): Promise<ImageBitmap | undefined> {
    await this.#pages.ask();
    return this.picking?.picture();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.picking?.suspend();
  }

  /** The page's form is reset: the design is as it was at the start. */
  formResetCallback(): void {
    this.picking?.flow.renew();
  }

  /** The page's form or fieldset is disabled. */
  formDisabledCallback(disabled: boolean): void {
    this.disabledByForm = disabled;
  }

  /** A browser brings back what stood in the form. */
  formStateRestoreCallback(code: unknown): void {
    if (typeof code === 'string') this.value = code;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { picking } = this;
    if (picking && this.hasUpdated) {
      const { beginning } = picking;
      const news = (name: keyof SmpHairlinePicker) => changed.has(name);
      if (DESIGN.some(news)) beginning.preset(this.#given(DESIGN.filter(news)));
      beginning.dress(this.#given(MODEL.filter(news)));
      if (news('settings')) void beginning.connect();
      if (news('age')) void beginning.suggest();
    }
    this.#internals.setFormValue(picking ? picking.code : null);
    this.#internals.states[picking?.usable ? 'add' : 'delete']('ready');
  }

  protected override updated(): void {
    const { picking, required, renderRoot } = this;
    picking?.updated();
    // A browser takes visitors there who have not chosen.
    const button = renderRoot.querySelector<HTMLElement>('[part=button]');
    const missing = required && !picking?.flow.state.chosen;
    this.#internals.setValidity(
      missing ? { valueMissing: true } : {},
      missing ? (picking?.words.choose ?? '…') : '',
      button ?? undefined,
    );
  }

  protected override render() {
    return frame(this.picking?.render() ?? this.#pages.render(), this.disabledByForm);
  }

  /** What attributes say; of those that were taken away, nothing. */
  #given<Name extends (typeof DESIGN | typeof MODEL)[number]>(names: readonly Name[]): Partial<Pick<this, Name>> {
    return Object.fromEntries(names.map((name) => [name, this[name] ?? undefined])) as Partial<Pick<this, Name>>;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-hairline-picker': SmpHairlinePicker;
  }
}
