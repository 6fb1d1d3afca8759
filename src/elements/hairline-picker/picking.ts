import type { ContextConsumer } from '@lit/context';
import { adoptStyles, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { clinicContext } from '../../context/clinic-context.js';
import type { enquiryContext } from '../../context/enquiry-context.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { report } from '../../controllers/report.js';
import { visitor } from '../../controllers/visitor.js';
import { densityName } from '../../domain/design/density.js';
import type { Density } from '../../domain/design/density.js';
import { designAdvice } from '../../domain/design/design-advice.js';
import { DEFAULT_DESIGN_SETTINGS } from '../../domain/design/design-settings.js';
import { decodeDesign, encodeDesign } from '../../domain/design/design-code.js';
import { DEFAULT_DESIGN, designFrom, withShape } from '../../domain/design/hairline-design.js';
import type { DesignProblem, HairlineDesign } from '../../domain/design/hairline-design.js';
import { HAIRLINE_SHAPES } from '../../domain/design/hairline.js';
import { DEFAULT_SHADES, rgbOf, SKIN_TONES } from '../../domain/design/pigment.js';
import type { Shade } from '../../domain/design/pigment.js';
import { isTreatmentStage, lookOf } from '../../domain/design/treatment-stage.js';
import { SmpError } from '../../domain/errors.js';
import { SmpHairlineChangedEvent } from '../../events/hairline-changed-event.js';
import { SmpHairlineSelectedEvent } from '../../events/hairline-selected-event.js';
import { DesignFlow } from '../../flows/design-flow.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { HairlineMessages } from '../../locales/hairline/messages.js';
import type { HairlinePhotoMessages } from '../../locales/hairline/photo-messages.js';
import { hairlineWords } from '../../locales/hairline/words.js';
import { cameraOf } from '../../scalp/camera.js';
import { isGrown } from '../../scalp/hair-pattern.js';
import { HANDLES, handlesOf, heightUnder } from '../../scalp/handle.js';
import type { HandleName } from '../../scalp/handle.js';
import type { PreviewScene } from '../../scalp/preview.js';
import { controlStyles } from '../../styles/controls.styles.js';
import type { Mark } from '../../scalp/photo-pose.js';
import type { PhotoMarks } from './photo-marks.js';
import { choice, photoField, steps } from './actions.template.js';
import type { PickingActions } from './actions.template.js';
import { controls, modelControls } from './controls.template.js';
import type { SmpHairlinePicker } from './hairline-picker.js';
import { pickingStyles } from './picking.styles.js';
import type { PickingView } from './picking-view.js';
import { looks, picture, stageName } from './picture.template.js';
import type { MarkEvents } from './picture.template.js';
import { PreviewCanvas } from './preview-canvas.js';
import type { PatternSet } from './worn-patterns.js';

/** What is dragged on the picture: a mark of the line, what compares, or what belongs to a photo. */
interface Held {
  readonly pointer: number;
  readonly line: HandleName | undefined;
  /** Where the line that compares was. */
  readonly before: number | undefined;
  /** Where the pointer came down, and how far that is from the middle of the mark. */
  readonly from: Mark;
  readonly aside: Mark;
  moved: boolean;
}

/** How long the controls wait for a first picture, in milliseconds. */
const PATIENCE = 1000;
/** How long nothing is done before it is said what has changed, in milliseconds. */
const CALM = 500;

/** What its pages are written with. */
export const WORDS = [hairlineWords];

/** The controls and the picture: draws its flow's state, and tells its element what happened. */
export class Picking {
  readonly flow: DesignFlow;
  /** Are the controls there? The picture comes first. */
  usable = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #said = '';
  /** What was shown when the visitor began to do something of which nothing is said yet. */
  #unsaid: PickingView | undefined;
  #calm: ReturnType<typeof setTimeout> | undefined;
  #canvas: PreviewCanvas | undefined;
  #element: HTMLCanvasElement | undefined;
  #resized: ResizeObserver | undefined;
  #held: Held | undefined;
  #own: PhotoMarks | undefined;
  #reading: AbortController | undefined;
  #refusal: (() => string | undefined) | undefined;
  #photoWords: Catalogue<HairlinePhotoMessages> | undefined;
  #answers: unknown;
  #age: number | undefined;
  /** The design in the enquiry that was shown or chosen here. */
  #known: HairlineDesign | undefined;
  #start = DEFAULT_DESIGN;
  #offer = DEFAULT_DESIGN_SETTINGS;
  #settings: unknown;
  #patterns: (() => readonly PatternSet[]) | undefined;
  #copied: (() => string) | undefined;
  #suggested = false;
  /** What the page's attributes say of the design. */
  readonly #given: Record<string, unknown> = {};
  readonly #host: SmpHairlinePicker;
  readonly #language: LanguageController;
  readonly #clinic: ContextConsumer<typeof clinicContext, SmpHairlinePicker>;
  readonly #enquiry: ContextConsumer<typeof enquiryContext, SmpHairlinePicker>;

  constructor(
    host: SmpHairlinePicker,
    clinic: ContextConsumer<typeof clinicContext, SmpHairlinePicker>,
    enquiry: ContextConsumer<typeof enquiryContext, SmpHairlinePicker>,
  ) {
    this.#host = host;
    this.#clinic = clinic;
    this.#enquiry = enquiry;
    this.#language = new LanguageController(host, clinic, WORDS);
    this.flow = new DesignFlow((settled) => {
      if (settled) this.#onSettled();
      host.requestUpdate();
    });
    const root = host.renderRoot;
    // Before anything comes of it.
    for (const done of ['pointerdown', 'pointerup', 'click', 'input', 'change']) {
      root.addEventListener(done, this.#doing, true);
    }
    if (root instanceof ShadowRoot) {
      const { elementStyles } = host.constructor as typeof SmpHairlinePicker;
      adoptStyles(root, [...elementStyles, controlStyles, pickingStyles]);
    }
  }

  get words(): HairlineMessages {
    return this.#language.of(hairlineWords);
  }

  /** The design as a short text. */
  get code(): string {
    return encodeDesign(this.flow.state.design);
  }

  /** Takes what the page's attributes say of the design. */
  preset(given: Readonly<Record<string, unknown>>): void {
    Object.assign(this.#given, given);
    this.flow.preset((this.#start = this.#begun(Object.keys(given))));
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
    if (offer === this.#offer) return;
    this.#offer = offer;
    this.flow.start((this.#start = this.#begun([])));
    // What is suggested depends on what is offered.
    this.#answers = this.#age = undefined;
    await this.suggest();
    this.#host.requestUpdate();
  }

  /** Where the visitor begins: the clinic's start, and over it what the attributes say. Mistakes in `news` are told. */
  #begun(news: readonly string[]): HairlineDesign {
    const { density, shape: wanted } = this.#given;
    const { densities, start } = this.#offer;
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
      if (isTreatmentStage(stage)) this.flow.show({ stage });
      else this.#complain('stage is not a moment');
    }
    if (skin !== undefined) {
      if (SKIN_TONES[skin - 1] === undefined) this.#complain(`skin is not 1 to ${SKIN_TONES.length}`);
      else this.flow.wear({ skin });
    }
    if (hair !== undefined) {
      if (!DEFAULT_SHADES.some(({ id }) => id === hair)) this.#complain('hair is not a shade');
      else this.flow.wear({ hair });
    }
    if (pattern !== undefined) {
      if (isGrown(pattern)) this.flow.wear({ pattern });
      else this.#complain('pattern is not known');
    }
  }

  /** Shows a design that the page has set. */
  load(value: HairlineDesign): void {
    const { design, problems } = designFrom(value, this.#start);
    this.#tell(problems);
    this.flow.load(design);
  }

  /** Shows a design that was shared. */
  loadCode(code: string): void {
    const design = decodeDesign(code);
    if (design) this.flow.load(design);
    else if (code) this.#complain('value is not a design');
  }

  /** Begins with what the visitor has said in a consultation, once there is one. */
  async suggest(): Promise<void> {
    const { answers, design } = this.#enquiry.value?.enquiry ?? {};
    const { age } = this.#host;
    if (design && design !== this.#known && !this.flow.state.canUndo) this.flow.load((this.#known = design));
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
    if (loss) this.flow.wear({ pattern: loss.pattern });
    if (design) return;
    const {
      design: part,
      hair,
      from,
    } = suggestDesign(given, { offer: this.#offer, ...(age !== undefined && { age }) });
    if (hair !== undefined) this.flow.wear({ hair });
    this.#suggested = this.flow.start({ ...this.#start, ...part }) && from.length > 0;
    this.#host.requestUpdate();
  }

  /** The element has left the document: what it drew with is let go. */
  suspend(): void {
    this.#letGo();
    clearTimeout(this.#patience);
    clearTimeout(this.#calm);
    this.#unsaid = undefined;
    this.#resized?.disconnect();
    this.#canvas?.close();
    this.#canvas = this.#element = undefined;
    this.#reading?.abort();
    // Who is only moved keeps the photo.
    queueMicrotask(() => this.#host.isConnected || this.#leavePhoto());
  }

  /** What was drawn stands: the picture follows. */
  updated(): void {
    const host = this.#host;
    const element = host.renderRoot.querySelector('canvas') ?? undefined;
    if (!element || !host.isConnected) return;
    if (element !== this.#element) this.#open(element);
    const { design, before } = this.flow.state;
    const photo = this.#own?.photo;
    this.#canvas?.show(this.#scene(), photo);
    const lines = photo ? photo.handles(design) : handlesOf(design, cameraOf(design.view));
    for (const { name, u, v, seen } of lines) this.#place(`[data-line=${name}]`, u, v, seen);
    this.#own?.place((selector, u, v, seen) => this.#place(selector, u, v, seen));
    const split = host.renderRoot.querySelector<HTMLElement>('.split');
    split?.style.setProperty('inline-size', `${(before ?? 0) * 100}%`);
  }

  #place(selector: string, u: number, v: number, seen: boolean): void {
    const mark = this.#host.renderRoot.querySelector<HTMLElement>(selector);
    if (!mark) return;
    mark.hidden = !seen;
    mark.style.setProperty('left', `${u * 100}%`);
    mark.style.setProperty('top', `${v * 100}%`);
  }

  render(): TemplateResult {
    const { ready, language, dir } = this.#language;
    if (!ready) return html`<slot></slot>`;
    const view = this.#view();
    return html`<div class="picker" lang=${language} dir=${dir}>
      <div class="show">
        ${picture(view, this.#marks)} ${this.usable ? looks(view) : nothing}
        <p class="out-of-sight" role="status">${this.#said}</p>
      </div>
      ${this.usable ? this.#beside(view) : nothing}
    </div>`;
  }

  /** What says what is in the picture, where it is taken from, and what is done with it. */
  #beside(view: PickingView): TemplateResult {
    const { words, readOnly, description } = view;
    if (readOnly) return html`<p>${description}.</p>`;
    return html`<div class="controls" part="controls">
      <h2>${words.title}</h2>
      ${this.#suggested ? html`<p class="muted">${words.suggested}</p>` : nothing} ${controls(view)}
      ${this.#own ? nothing : modelControls(view, () => void this.#namePatterns())} ${photoField(view, this.#actions)}
      ${steps(view, this.#actions)} ${choice(view, this.#actions)}
    </div>`;
  }

  /** The consultation has words for every pattern; most visitors never ask for them. */
  async #namePatterns(): Promise<void> {
    const code = await this.#onDemand(import('./worn-patterns.js'));
    if (!code) return;
    const { consultationWords, wornPatterns } = code;
    await this.#language.add(consultationWords);
    this.#patterns = () => wornPatterns(this.#language.of(consultationWords));
    this.#host.requestUpdate();
  }

  /** Waits for code. Where it does not come the visitor is told, and can try again. */
  #onDemand<Code>(code: Promise<Code>): Promise<Code | undefined> {
    this.#refuse(undefined);
    return code.catch(() => {
      this.#refuse(() => this.words.failed);
      return undefined;
    });
  }

  /** Waits for code without which the picker has less to offer. Where it does not come the page is told. */
  #late<Code>(code: Promise<Code>): Promise<Code | undefined> {
    return code.catch((cause: unknown) => {
      report(this.#host, new SmpError('network', 'The code of the widget did not load', { cause }));
      return undefined;
    });
  }

  #refuse(refusal: (() => string | undefined) | undefined): void {
    this.#refusal = refusal;
    this.#host.requestUpdate();
  }

  readonly #actions: PickingActions = {
    onChoose: () => this.#choose(),
    onSave: () => void this.#save(),
    onCopyLink: () => void this.#copyLink(),
    onSurprise: () => void this.#surprise(),
    onPhoto: (event) => void this.#take(event),
    onModel: () => this.#leavePhoto(),
  };

  readonly #marks: MarkEvents = {
    onDown: (event) => {
      const { target, pointerId } = event;
      // One finger at a time. A new first one says that the last has left unseen.
      if (!(target instanceof HTMLElement) || event.button !== 0 || (this.#held && !event.isPrimary)) return;
      this.#letGo();
      const { line: name, mark } = target.dataset;
      const line = HANDLES.find((one) => one === name);
      const from = this.#placeOf(event.clientX, event.clientY);
      const { left, top, width, height } = target.getBoundingClientRect();
      const isPicture = target === this.#element;
      const middle = isPicture ? from : this.#placeOf(left + width / 2, top + height / 2);
      const own = mark !== undefined || isPicture ? this.#own : undefined;
      const before = isPicture && !own?.chosen ? this.flow.state.before : undefined;
      if (!line && before === undefined && !own?.down(mark, middle)) return;
      const aside = { u: from.u - middle.u, v: from.v - middle.v };
      this.#held = { pointer: pointerId, line, before, from, aside, moved: false };
      target.setPointerCapture(pointerId);
    },
    onMove: (event) => this.#drag(event, false),
    onUp: (event) => this.#drag(event, true),
  };

  #placeOf(x: number, y: number): Mark {
    const frame = this.#element?.getBoundingClientRect();
    return {
      u: frame?.width ? (x - frame.left) / frame.width : 0.5,
      v: frame?.height ? (y - frame.top) / frame.height : 0.5,
    };
  }

  #drag(event: PointerEvent, settled: boolean): void {
    const held = this.#held;
    if (held?.pointer !== event.pointerId) return;
    const isLost = event.type === 'pointercancel' || (!settled && event.buttons === 0);
    const { line, before, from, aside } = held;
    if (isLost || (this.#host.readOnly && before === undefined)) return this.#letGo();
    if (settled) this.#held = undefined;
    const at = this.#placeOf(event.clientX, event.clientY);
    if (before !== undefined) return this.flow.show({ before: Math.min(1, Math.max(0, at.u)) });
    const [u, v] = [at.u - aside.u, at.v - aside.v];
    if (!line) return this.#own?.move({ u, v }, settled);
    held.moved ||= at.u !== from.u || at.v !== from.v;
    if (!held.moved) return;
    const { design } = this.flow.state;
    const photo = this.#own?.photo;
    const height = photo ? photo.heightUnder(line, u, v) : heightUnder(line, cameraOf(design.view), u, v);
    const next = height === undefined ? {} : { [line]: Math.round(height) };
    this.flow.change(designFrom(next, design).design, settled);
  }

  /** Gives up what is dragged. */
  #letGo(): void {
    const { before } = this.#held ?? {};
    this.#held = undefined;
    if (before !== undefined) this.flow.show({ before });
    this.#own?.letGo();
    this.flow.letGo();
  }

  /** Reads a photo; what went before is given up. */
  async #take({ target }: Event): Promise<void> {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (!(target instanceof HTMLInputElement) || !file) return;
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    const update = () => this.#host.requestUpdate();
    this.#refuse(undefined);
    try {
      const { PhotoMarks, photoWords, refusalWords } = await import('./photo-marks.js');
      this.#photoWords = photoWords;
      await this.#language.add(photoWords);
      try {
        const own = await PhotoMarks.read(file, reading.signal, update);
        if (reading.signal.aborted) return own.photo.close();
        this.#own?.photo.close();
        this.#own = own;
      } catch (error) {
        if (!reading.signal.aborted) this.#refusal = () => refusalWords(error, this.#language.of(photoWords));
      }
    } catch {
      this.#refusal = () => this.words.photoFailed;
    } finally {
      // The same file can be chosen again.
      target.value = '';
      if (this.#reading === reading) {
        this.#reading = undefined;
        this.#doing();
      }
      update();
    }
  }

  #leavePhoto(): void {
    this.#reading?.abort();
    this.#own?.photo.close();
    this.#own = undefined;
    this.#refuse(undefined);
  }

  #open(element: HTMLCanvasElement): void {
    this.suspend();
    this.#element = element;
    const begun = () => {
      if (this.usable) return;
      this.usable = true;
      this.#host.requestUpdate();
    };
    // Where nobody can see the picture it is not drawn.
    this.#patience = setTimeout(begun, PATIENCE);
    const canvas = new PreviewCanvas(element, begun, () => this.#host.renderRoot.dispatchEvent(new Event('drawn')));
    this.#canvas = canvas;
    this.#resized = new ResizeObserver(([entry]) => {
      if (entry?.contentRect.width) canvas.resize(entry.contentRect.width, window.devicePixelRatio);
    });
    this.#resized.observe(element);
  }

  #scene(): PreviewScene {
    const { design, model, stage, before } = this.flow.state;
    const all = [...this.#offer.shades, ...DEFAULT_SHADES];
    const colourOf = (id: string) => rgbOf((all.find((one) => one.id === id) ?? all[0])?.colour ?? '#555555');
    return {
      design,
      view: design.view,
      look: lookOf(stage, design.sessions),
      pigment: colourOf(design.shade),
      hair: colourOf(model.hair),
      skin: rgbOf(SKIN_TONES[model.skin - 1] ?? SKIN_TONES[3]),
      pattern: model.pattern,
      before: before ?? 0,
    };
  }

  #view(): PickingView {
    const { words, flow } = this;
    const { state } = flow;
    const { design } = state;
    const { locale } = this.#language;
    const number = (value: number, decimals = 0) =>
      value.toLocaleString(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    const nameOf = ({ id, name }: Shade) => name ?? words.shades[id] ?? id;
    const shade = this.#offer.shades.find(({ id }) => id === design.shade);
    return {
      flow,
      state,
      words,
      offer: this.#offer,
      readOnly: this.#host.readOnly,
      own: this.#own,
      reading: this.#reading !== undefined,
      photo: this.#photoWords && this.#language.of(this.#photoWords),
      refusal: this.#refusal?.(),
      copied: this.#copied?.(),
      description: words.describe({
        shape: words.shapes[design.shape],
        edge: words.edges[design.edge],
        height: number(design.midHeight / 10, 1),
        shade: shade ? nameOf(shade) : design.shade,
        density: words.densities[densityName(design.density, this.#offer.densities)],
      }),
      moment: stageName(state.stage, words),
      patterns: this.#patterns?.(),
      advice: designAdvice(design).map(({ code }) => code),
      number,
      nameOf,
    };
  }

  /** The visitor does something. What has changed is said once that has come to rest. */
  readonly #doing = (): void => {
    this.#unsaid ??= this.#view();
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => void this.#say(), CALM);
  };

  /** Says what has changed. What is still dragged or read is not done. */
  async #say(): Promise<void> {
    if (this.flow.held || this.#reading) return;
    const before = this.#unsaid;
    this.#unsaid = undefined;
    const code = await import('./news.js').catch(() => undefined);
    const news = before && code?.newsOf(before, this.#view());
    if (!news) return;
    this.#said = news;
    this.#host.requestUpdate();
  }

  #onSettled(): void {
    const { design } = this.flow.state;
    this.#copied = undefined;
    this.#suggested = false;
    this.#host.dispatchEvent(new SmpHairlineChangedEvent(design, this.code));
  }

  #choose(): void {
    const { design } = this.flow.state;
    this.flow.choose();
    this.#known = design;
    this.#enquiry.value?.update({ design });
    this.#host.dispatchEvent(new SmpHairlineSelectedEvent(design, this.code));
  }

  /** The picture as it is now, as fine as it gets. */
  async picture(): Promise<ImageBitmap | undefined> {
    await this.#host.updateComplete;
    await this.#canvas?.finished();
    const canvas = this.#element;
    return canvas && canvas.width > 0 ? createImageBitmap(canvas) : undefined;
  }

  async #copyLink(): Promise<void> {
    const link = visitor.linkTo('smp-design', this.code);
    try {
      await navigator.clipboard.writeText(link);
      this.#copied = () => this.words.linkCopied;
    } catch {
      // A page in a frame may not write there: the visitor copies it by hand.
      this.#copied = () => link;
    }
    this.#host.requestUpdate();
  }

  async #surprise(): Promise<void> {
    const code = await this.#onDemand(import('../../domain/design/surprising-design.js'));
    if (code) this.flow.change(code.surprisingDesign(this.flow.state.design, Math.random, this.#offer));
  }

  async #save(): Promise<void> {
    const code = await this.#onDemand(import('./saved-picture.js'));
    const canvas = this.#element;
    if (canvas)
      await code?.savePicture(canvas, `${this.code}.png`, this.words, this.#language.dir, this.flow.state.before);
  }

  /** Tells all that is wrong with one thing at once. */
  #tell(problems: readonly DesignProblem[]): void {
    if (problems.length > 0) this.#complain(problems.map(({ field, message }) => `${field} ${message}`).join('; '));
  }

  #complain(message: string): void {
    report(this.#host, new SmpError('invalid-config', message));
  }
}
