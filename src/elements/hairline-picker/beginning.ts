import type { ContextConsumer } from '@lit/context';
import type { clinicContext } from '../../context/clinic-context.js';
import type { enquiryContext } from '../../context/enquiry-context.js';
import { report } from '../../controllers/report.js';
import type { Density } from '../../domain/design/density.js';
import { decodeDesign } from '../../domain/design/design-code.js';
import { DEFAULT_DESIGN_SETTINGS } from '../../domain/design/design-settings.js';
import { DEFAULT_DESIGN, designFrom, withShape } from '../../domain/design/hairline-design.js';
import type { DesignProblem, HairlineDesign } from '../../domain/design/hairline-design.js';
import { HAIRLINE_SHAPES } from '../../domain/design/hairline.js';
import { DEFAULT_SHADES, SKIN_TONES } from '../../domain/design/pigment.js';
import { isTreatmentStage } from '../../domain/design/treatment-stage.js';
import { SmpError } from '../../domain/errors.js';
import type { DesignFlow } from '../../flows/design-flow.js';
import { isGrown } from '../../scalp/hair-pattern.js';
import type { SmpHairlinePicker } from './hairline-picker.js';

/** Where a visitor begins: with what the clinic offers, with what the page says, with what was said in a consultation. */
export class Beginning {
  /** What the clinic offers. */
  offer = DEFAULT_DESIGN_SETTINGS;
  /** Does the design that is shown come from answers? */
  suggested = false;
  /** The design in the enquiry that was shown or chosen here. */
  known: HairlineDesign | undefined;
  #answers: unknown;
  #age: number | undefined;
  #start = DEFAULT_DESIGN;
  #settings: unknown;
  /** What the page's attributes say of the design. */
  readonly #given: Record<string, unknown> = {};
  readonly #host: SmpHairlinePicker;
  readonly #flow: DesignFlow;
  readonly #clinic: ContextConsumer<typeof clinicContext, SmpHairlinePicker>;
  readonly #enquiry: ContextConsumer<typeof enquiryContext, SmpHairlinePicker>;

  constructor(
    host: SmpHairlinePicker,
    flow: DesignFlow,
    clinic: ContextConsumer<typeof clinicContext, SmpHairlinePicker>,
    enquiry: ContextConsumer<typeof enquiryContext, SmpHairlinePicker>,
  ) {
    this.#host = host;
    this.#flow = flow;
    this.#clinic = clinic;
    this.#enquiry = enquiry;
  }

  /** Takes what the page's attributes say of the design. */
  preset(given: Readonly<Record<string, unknown>>): void {
    Object.assign(this.#given, given);
    this.#flow.preset((this.#start = this.#begun(Object.keys(given))));
  }

  /** Takes what the clinic offers. */
  async connect(): Promise<void> {
    const { clinic } = this.#clinic.value ?? {};
    const settings = this.#host.settings ?? clinic?.design;
    // While a clinic is asked, what was offered stays.
    if (settings === this.#settings || (!settings && this.#clinic.value && !clinic)) return;
    this.#settings = settings;
    const code =
      settings === undefined ? undefined : await this.#late(import('../../domain/design/design-settings-check.js'));
    if (settings !== this.#settings) return;
    // What did not come is asked for again when there is news.
    if (!code) this.#settings = undefined;
    const checked = code?.checkDesignSettings(settings);
    for (const { path, message } of checked?.problems ?? []) this.#complain(`design: ${path} ${message}`);
    const offer = checked?.settings ?? DEFAULT_DESIGN_SETTINGS;
    if (offer === this.offer) return;
    this.offer = offer;
    this.#flow.start((this.#start = this.#begun([])));
    // What is suggested depends on what is offered.
    this.#answers = this.#age = undefined;
    await this.suggest();
    this.#host.requestUpdate();
  }

  /** Where the visitor begins: the clinic's start, and over it what the attributes say. Mistakes in `news` are told. */
  #begun(news: readonly string[]): HairlineDesign {
    const { density, shape: wanted } = this.#given;
    const { densities, start } = this.offer;
    const shape = HAIRLINE_SHAPES.find((one) => one === wanted);
    const named = typeof density === 'string' && Object.hasOwn(densities, density);
    const dots = named ? densities[density as Density] : typeof density === 'string' ? Number(density) : density;
    const { design, problems } = designFrom(
      { ...this.#given, density: dots },
      shape === undefined ? start : withShape(start, shape),
    );
    this.#tell(problems.filter(({ field }) => news.includes(field)));
    return design;
  }

  /** Takes what the page's attributes say of the head. */
  dress({ skin, hair, pattern, stage }: Partial<Pick<SmpHairlinePicker, 'skin' | 'hair' | 'pattern' | 'stage'>>): void {
    if (stage !== undefined) {
      if (isTreatmentStage(stage)) this.#flow.show({ stage });
      else this.#complain('stage is not a moment');
    }
    if (skin !== undefined) {
      if (SKIN_TONES[skin - 1] === undefined) this.#complain(`skin is not 1 to ${SKIN_TONES.length}`);
      else this.#flow.wear({ skin });
    }
    if (hair !== undefined) {
      if (!DEFAULT_SHADES.some(({ id }) => id === hair)) this.#complain('hair is not a shade');
      else this.#flow.wear({ hair });
    }
    if (pattern !== undefined) {
      if (isGrown(pattern)) this.#flow.wear({ pattern });
      else this.#complain('pattern is not known');
    }
  }

  /** Shows a design that the page has set. */
  load(value: HairlineDesign): void {
    const { design, problems } = designFrom(value, this.#start);
    this.#tell(problems);
    this.#flow.load(design);
  }

  /** Shows a design that was shared. */
  loadCode(code: string): void {
    const design = decodeDesign(code);
    if (design) this.#flow.load(design);
    else if (code) this.#complain('value is not a design');
  }

  /** Begins with what the visitor has said in a consultation, once there is one. */
  async suggest(): Promise<void> {
    const { answers, design } = this.#enquiry.value?.enquiry ?? {};
    const { age } = this.#host;
    if (design && design !== this.known && !this.#flow.state.canUndo) this.#flow.load((this.known = design));
    if (!answers && age === undefined) return;
    const code = await this.#late(
      Promise.all([
        import('../../domain/design/design-suggestion.js'),
        import('../../domain/consultation/hair-loss.js'),
      ]),
    );
    if (!code || (answers === this.#answers && age === this.#age)) return;
    this.#answers = answers;
    this.#age = age;
    const [{ suggestDesign }, { hairLossOf }] = code;
    const given = answers ?? {};
    const loss = hairLossOf(given);
    if (loss) this.#flow.wear({ pattern: loss.pattern });
    if (design) return;
    const { design: part, hair, from } = suggestDesign(given, { offer: this.offer, ...(age !== undefined && { age }) });
    if (hair !== undefined) this.#flow.wear({ hair });
    this.suggested = this.#flow.start({ ...this.#start, ...part }) && from.length > 0;
    this.#host.requestUpdate();
  }

  /** Waits for code without which the picker has less to offer. Where it does not come the page is told. */
  #late<Code>(code: Promise<Code>): Promise<Code | undefined> {
    return code.catch((cause: unknown) => {
      report(this.#host, new SmpError('network', 'The code of the widget did not load', { cause }));
      return undefined;
    });
  }

  /** Tells all that is wrong with one thing at once. */
  #tell(problems: readonly DesignProblem[]): void {
    if (problems.length > 0) this.#complain(problems.map(({ field, message }) => `${field} ${message}`).join('; '));
  }

  #complain(message: string): void {
    report(this.#host, new SmpError('invalid-config', message));
  }
}
