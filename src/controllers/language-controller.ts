import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClinicContext } from '../context/clinic-context.js';
import type { Catalogue } from '../locales/catalogue.js';
import { directionOf, languageOf } from '../locales/languages.js';
import type { ClinicMessages } from '../locales/messages.js';
import type { VersionOf } from '../locales/own-words.js';
import { followWindow } from './follow-window.js';
import { surroundings, tagOf } from './surroundings.js';
import { visitor } from './visitor.js';
import { warn } from './warning.js';

/** What is to be shown. */
interface Wish {
  readonly language: string;
  /** Of the page, with its region: a clinic may have words of its own for that. */
  readonly tag: string;
  readonly messages: ClinicMessages;
}

/** What is shown. */
interface Shown {
  readonly language: string;
  readonly words: Words;
  /** Where the clinic has words of its own: names one of them, as against the usual one. */
  readonly versionOf?: VersionOf | undefined;
}

type Words = ReadonlyMap<Catalogue<unknown>, unknown>;

const NONE: ClinicMessages = {};

/** Words that a clinic changes are put together by code that other pages don't load. */
export const loadOwnWords = () => import('../locales/own-words.js');

/**
 * Gives an element its words: in the language of the nearest `lang` around it, else in the clinic's, else in English, with
 * the clinic's own words over them. It follows `lang` as long as the element is on the page, and updates the element when
 * other words are there; until then the last ones stay. English is there at once; before other words have come for the
 * first time, `ready` is false and the element should show no words at all.
 */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #clinic: { readonly value?: ClinicContext | undefined };
  readonly #catalogues: Catalogue<unknown>[];
  readonly #observer = new MutationObserver(() => {
    this.#follow();
    this.#host.requestUpdate();
  });
  #tag = '';
  #wish: Wish | undefined;
  #shown: Shown | undefined;
  #loading: Promise<void> | undefined;
  /** Did words not come? */
  #missed = false;

  /** `clinic` holds the context of the clinic around the element, as a context consumer does. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    clinic: { readonly value?: ClinicContext | undefined },
    catalogues: readonly Catalogue<unknown>[],
  ) {
    this.#host = host;
    this.#clinic = clinic;
    this.#catalogues = [...catalogues];
    host.addController(this);
    followWindow(host, 'online', () => this.hostConnected());
  }

  /** Are there words to show? */
  get ready(): boolean {
    return this.#shown !== undefined;
  }

  /** BCP 47 tag of the language that the words are in. It stands at what shows them, and is told to backends. */
  get language(): string {
    return this.#shown?.language ?? 'en';
  }

  /**
   * Which way the words are written, unless the element says otherwise. It stands beside the language, for the page may
   * go the other way.
   */
  get dir(): string {
    return this.#host.dir || directionOf(this.language);
  }

  /** The language that dates and numbers are written in, with its region. */
  get locale(): string {
    return visitor.locale(this.#tag, this.language);
  }

  /** The words of a catalogue that the controller was made with, or that was added. */
  of<Words>(catalogue: Catalogue<Words>): Words {
    return (this.#shown?.words.get(catalogue) ?? catalogue.en) as Words;
  }

  /**
   * Names a wording, so that a record of a consent can be traced to it: the clinic's own or ours, which is `usual`, and in
   * which language.
   */
  versionOf<Words>(catalogue: Catalogue<Words>, wording: (words: Words) => unknown, usual = 'default-1'): string {
    return `${this.#shown?.versionOf?.(catalogue, wording) ?? usual}-${this.language}`;
  }

  /** Adds words that are needed from here on; settles once they are there. */
  async add(catalogue: Catalogue<unknown>): Promise<void> {
    if (!this.#catalogues.includes(catalogue)) {
      this.#catalogues.push(catalogue);
      this.#wish = undefined;
      this.#follow();
    }
    await this.#loading;
  }

  hostConnected(): void {
    if (this.#missed) this.#wish = undefined;
    this.#follow();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #follow(): void {
    if (!this.#host.isConnected) return;
    const around = surroundings(this.#host);
    for (const node of around) {
      if (!node.parentNode) this.#observer.observe(node, { attributeFilter: ['lang', 'dir'], subtree: true });
    }
    const tag = tagOf(around);
    const own = this.#clinic.value?.messages ?? NONE;
    const messages = Object.keys(own).length > 0 ? own : NONE;
    const language = languageFor(tag, messages, this.#catalogues);
    this.#tag = tag;
    const { language: last, messages: lastOwn, tag: lastTag } = this.#wish ?? {};
    // A clinic's own words may be for a region.
    if (language === last && messages === lastOwn && (tag === lastTag || messages === NONE)) return;
    this.#wish = { language, tag, messages };
    this.#loading = this.#load(this.#wish);
  }

  async #load(wish: Wish): Promise<void> {
    const { messages } = wish;
    let { language } = wish;
    this.#missed = false;
    let usual: readonly unknown[] = this.#catalogues.map(({ en }) => en);
    let merge: Awaited<ReturnType<typeof loadOwnWords>> | undefined;
    // Without a wait, where it is not needed.
    if (language !== 'en' || messages !== NONE) {
      try {
        [usual, merge] = await Promise.all([
          Promise.all(this.#catalogues.map((one) => wordsIn(one, language))),
          messages === NONE ? undefined : loadOwnWords(),
        ]);
      } catch {
        this.#missed = true;
        warn('network', `The words in “${language}” did not load`);
        // What is shown stays; words that were added to it are in English.
        if (language === this.#shown?.language) return;
        language = 'en';
      }
      if (wish !== this.#wish) return;
    }
    const own = merge?.ownWords(this.#catalogues, usual, { language, tag: this.#tag, messages });
    const mapOf = (all: readonly unknown[]): Words => new Map(this.#catalogues.map((one, index) => [one, all[index]]));
    const words = mapOf(own ?? usual);
    this.#shown = { language, words, versionOf: merge?.versionsOf(words, mapOf(usual)) };
    this.#host.requestUpdate();
  }
}

/** The language for a page of this tag: one that the words are there in, or that the clinic has words of its own for. */
export function languageFor(
  tag: string,
  { language: own = '', languages = {} }: ClinicMessages,
  catalogues: readonly Catalogue<unknown>[],
): string {
  const has = (language: string) =>
    language === 'en' ||
    language === own ||
    Object.hasOwn(languages, language) ||
    catalogues.every(({ others }) => Object.hasOwn(others, language));
  return [languageOf(tag), own].find((language) => language && has(language)) ?? 'en';
}

/** Our words in a language, English where there are none. */
export async function wordsIn<Words>({ en, others }: Catalogue<Words>, language: string): Promise<Words> {
  return Object.values((await others[language]?.()) ?? {})[0] ?? en;
}
