import { arriveAt } from './address.js';
import { storyClinics } from './fake-clinics.js';
import { storyBackend } from './network.js';
import { PSEUDO, pseudoWords } from './pseudo-words.js';
import { directionOf } from './scene.js';
import type { Scene } from './scene.js';
import { declarationsOf } from './snippet.js';
import { beginStoryTime } from './story-time.js';
import { wear } from './themes.js';

/** A scene on the page. It follows the toolbar and the controls as far as what a visitor has done can be kept. */
export class Stage {
  /** What goes onto the page. */
  readonly element = document.createElement('div');
  readonly #clinic = document.createElement('smp-clinic');
  readonly #element: HTMLElement;
  #scene: Scene;
  #pseudo = false;

  private constructor(scene: Scene) {
    this.#scene = scene;
    this.#element = scene.tag === 'smp-clinic' ? this.#clinic : document.createElement(scene.tag);
    this.element.className = 'stage';
  }

  /** Builds a scene, with what has happened before it. */
  static async open(scene: Scene): Promise<Stage> {
    const clinic = storyClinics[scene.globals.clinic];
    beginStoryTime(clinic.begins);
    arriveAt('');
    const { adapter, begin } = storyBackend(clinic, scene.globals.network);
    const stage = new Stage(scene);
    const properties = await scene.prepare?.(adapter);
    begin();
    stage.#clinic.adapter = scene.adapter?.(adapter) ?? adapter;
    Object.assign(stage.#element, properties);
    stage.#element.innerHTML = scene.content ?? '';
    if (stage.#element !== stage.#clinic) stage.#clinic.append(stage.#element);
    stage.#apply(scene);
    stage.element.append(stage.#clinic);
    return stage;
  }

  /** Can this scene follow without starting again? */
  follows(scene: Scene): boolean {
    const { globals, attributes, tag } = this.#scene;
    return (
      scene.tag === tag &&
      scene.globals.clinic === globals.clinic &&
      scene.globals.network === globals.network &&
      // Decides on what the booker is, once and for all.
      'course' in scene.attributes === 'course' in attributes
    );
  }

  /** Shows the scene as it has become. */
  show(scene: Scene): void {
    this.#apply(scene);
    this.#scene = scene;
  }

  #apply(scene: Scene): void {
    const before = this.#scene;
    setAttribute(this.#clinic, 'lang', scene.globals.locale);
    setAttribute(this.#clinic, 'dir', directionOf(scene));
    if ((scene.globals.locale === PSEUDO) !== this.#pseudo) {
      this.#pseudo = !this.#pseudo;
      this.#clinic.messages = this.#pseudo ? pseudoWords() : {};
    }
    for (const name of Object.keys(before.attributes)) {
      if (!(name in scene.attributes)) this.#element.removeAttribute(name);
    }
    for (const [name, value] of Object.entries(scene.attributes)) {
      if (this.#element.getAttribute(name) !== value) this.#element.setAttribute(name, value);
    }
    for (const target of new Set([this.#clinic, this.#element])) {
      target.removeAttribute('style');
      const declarations = declarationsOf(scene).get(target.localName) ?? {};
      for (const [name, value] of Object.entries(declarations)) target.style.setProperty(name, value);
    }
    wear(scene.globals.theme);
    this.element.dataset['theme'] = scene.globals.theme;
  }
}

function setAttribute(element: Element, name: string, value: string): void {
  if (value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
