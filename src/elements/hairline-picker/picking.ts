import type { ContextConsumer } from '@lit/context';
import { adoptStyles, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { clinicContext } from '../../context/clinic-context.js';
import type { enquiryContext } from '../../context/enquiry-context.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { visitor } from '../../controllers/visitor.js';
import { densityName } from '../../domain/design/density.js';
import { designAdvice } from '../../domain/design/design-advice.js';
import { encodeDesign } from '../../domain/design/design-code.js';
import { DEFAULT_SHADES, rgbOf, SKIN_TONES } from '../../domain/design/pigment.js';
import type { Shade } from '../../domain/design/pigment.js';
import { lookOf } from '../../domain/design/treatment-stage.js';
import { SmpHairlineChangedEvent } from '../../events/hairline-changed-event.js';
import { SmpHairlineSelectedEvent } from '../../events/hairline-selected-event.js';
import { DesignFlow } from '../../flows/design-flow.js';
import type { HairlineMessages } from '../../locales/hairline/messages.js';
import { hairlineWords } from '../../locales/hairline/words.js';
import { isolated } from '../../locales/isolate.js';
import { cameraOf } from '../../scalp/camera.js';
import { handlesOf } from '../../scalp/handle.js';
import type { PreviewScene } from '../../scalp/preview.js';
import { controlStyles } from '../../styles/controls.styles.js';
import { choice, photoField, steps } from './actions.template.js';
import type { PickingActions } from './actions.template.js';
import { Beginning } from './beginning.js';
import { controls, modelControls } from './controls.template.js';
import { Dragging } from './dragging.js';
import type { SmpHairlinePicker } from './hairline-picker.js';
import { PhotoChoice } from './photo-choice.js';
import type { Refusal } from './photo-choice.js';
import { pickingStyles } from './picking.styles.js';
import type { PickingView } from './picking-view.js';
import { looks, picture, stageName } from './picture.template.js';
import { PreviewCanvas } from './preview-canvas.js';
import type { PatternSet } from './worn-patterns.js';

/** How long the controls wait for a first picture, in milliseconds. */
const PATIENCE = 1000;
/** How long nothing is done before it is said what has changed, in milliseconds. */
const CALM = 500;

/** What its pages are written with. */
export const WORDS = [hairlineWords];

/** The controls and the picture: draws its flow's state, and tells its element what happened. */
export class Picking {
  readonly flow: DesignFlow;
  readonly beginning: Beginning;
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
  #refusal: Refusal | undefined;
  #patterns: (() => readonly PatternSet[]) | undefined;
  #copied: (() => string) | undefined;
  readonly #host: SmpHairlinePicker;
  readonly #language: LanguageController;
  readonly #photo: PhotoChoice;
  readonly #dragging: Dragging;
  readonly #enquiry: ContextConsumer<typeof enquiryContext, SmpHairlinePicker>;

  constructor(
    host: SmpHairlinePicker,
    clinic: ContextConsumer<typeof clinicContext, SmpHairlinePicker>,
    enquiry: ContextConsumer<typeof enquiryContext, SmpHairlinePicker>,
  ) {
    this.#host = host;
    this.#enquiry = enquiry;
    this.#language = new LanguageController(host, clinic, WORDS);
    this.flow = new DesignFlow((settled) => {
      if (settled) this.#onSettled();
      host.requestUpdate();
    });
    this.beginning = new Beginning(host, this.flow, clinic, enquiry);
    this.#photo = new PhotoChoice(this.#language, this.#refuse, () => host.requestUpdate());
    this.#dragging = new Dragging(this.flow, () => ({
      canvas: this.#element,
      own: this.#photo.own,
      readOnly: host.readOnly,
    }));
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

  /** The element has left the document: what it drew with is let go. */
  suspend(): void {
    this.#dragging.letGo();
    clearTimeout(this.#patience);
    clearTimeout(this.#calm);
    this.#unsaid = undefined;
    this.#resized?.disconnect();
    this.#canvas?.close();
    this.#canvas = this.#element = undefined;
    this.#photo.stop();
    // Who is only moved keeps the photo.
    queueMicrotask(() => this.#host.isConnected || this.#photo.leave());
  }

  /** What was drawn stands: the picture follows. */
  updated(): void {
    const host = this.#host;
    const element = host.renderRoot.querySelector('canvas') ?? undefined;
    if (!element || !host.isConnected) return;
    if (element !== this.#element) this.#open(element);
    const { design, before } = this.flow.state;
    const { own } = this.#photo;
    const photo = own?.photo;
    this.#canvas?.show(this.#scene(), photo);
    const lines = photo ? photo.handles(design) : handlesOf(design, cameraOf(design.view));
    for (const { name, u, v, seen } of lines) this.#place(`[data-line=${name}]`, u, v, seen);
    own?.place((selector, u, v, seen) => this.#place(selector, u, v, seen));
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
        ${picture(view, this.#dragging.events)} ${this.usable ? looks(view) : nothing}
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
      ${this.beginning.suggested ? html`<p class="muted">${words.suggested}</p>` : nothing} ${controls(view)}
      ${this.#photo.own ? nothing : modelControls(view, () => void this.#namePatterns())}
      ${photoField(view, this.#actions)} ${steps(view, this.#actions)} ${choice(view, this.#actions)}
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
    this.#refuse();
    return code.catch(() => {
      this.#refuse(() => this.words.failed);
      return undefined;
    });
  }

  readonly #refuse = (refusal?: Refusal): void => {
    this.#refusal = refusal;
    this.#host.requestUpdate();
  };

  readonly #actions: PickingActions = {
    onChoose: () => this.#choose(),
    onSave: () => void this.#save(),
    onCopyLink: () => void this.#copyLink(),
    onSurprise: () => void this.#surprise(),
    onPhoto: (event) => void this.#take(event),
    onModel: () => this.#photo.leave(),
  };

  async #take(event: Event): Promise<void> {
    if (await this.#photo.take(event)) this.#doing();
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
    const colourOf = (id: string, all: readonly Shade[]) =>
      rgbOf((all.find((one) => one.id === id) ?? all[0])?.colour ?? '#555555');
    return {
      design,
      view: design.view,
      look: lookOf(stage, design.sessions),
      pigment: colourOf(design.shade, [...this.beginning.offer.shades, ...DEFAULT_SHADES]),
      hair: colourOf(model.hair, DEFAULT_SHADES),
      skin: rgbOf(SKIN_TONES[model.skin - 1] ?? SKIN_TONES[3]),
      pattern: model.pattern,
      before: before ?? 0,
    };
  }

  #view(): PickingView {
    const { words, flow } = this;
    const { offer } = this.beginning;
    const { state } = flow;
    const { design } = state;
    const { locale } = this.#language;
    const number = (value: number, decimals = 0) =>
      value.toLocaleString(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    const nameOf = ({ id, name }: Pick<Shade, 'id' | 'name'>) =>
      name ?? (Object.hasOwn(words.shades, id) ? words.shades[id] : undefined) ?? id;
    const own = offer.shades.find(({ id }) => id === design.shade)?.name;
    return {
      flow,
      state,
      words,
      offer,
      readOnly: this.#host.readOnly,
      own: this.#photo.own,
      reading: this.#photo.reading,
      photo: this.#photo.words,
      refusal: this.#refusal?.(),
      copied: this.#copied?.(),
      description: words.describe({
        shape: words.shapes[design.shape],
        edge: words.edges[design.edge],
        height: number(design.midHeight / 10, 1),
        // The clinic's own name stands as the clinic writes it, whatever becomes of the other words.
        shade: own === undefined ? nameOf({ id: design.shade }) : isolated(own),
        density: words.densities[densityName(design.density, offer.densities)],
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
    if (this.flow.held || this.#photo.reading) return;
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
    this.beginning.suggested = false;
    this.#host.dispatchEvent(new SmpHairlineChangedEvent(design, this.code));
  }

  #choose(): void {
    const { design } = this.flow.state;
    this.flow.choose();
    this.beginning.known = design;
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
    if (code) this.flow.change(code.surprisingDesign(this.flow.state.design, Math.random, this.beginning.offer));
  }

  async #save(): Promise<void> {
    const code = await this.#onDemand(import('./saved-picture.js'));
    const canvas = this.#element;
    if (canvas)
      await code?.savePicture(canvas, `${this.code}.png`, this.words, this.#language.dir, this.flow.state.before);
  }
}
