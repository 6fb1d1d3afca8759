import type { ContextConsumer } from '@lit/context';
import { adoptStyles } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { ClinicContext, clinicContext } from '../../context/clinic-context.js';
import type { enquiryContext } from '../../context/enquiry-context.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { visitor } from '../../controllers/visitor.js';
import { warn } from '../../controllers/warning.js';
import { carePlan } from '../../domain/care/care-plan.js';
import { CARE_LOOKS } from '../../domain/care/care-rule.js';
import type { CareLook } from '../../domain/care/care-rule.js';
import { DEFAULT_CARE_SETTINGS } from '../../domain/care/care-settings.js';
import { treatmentDates } from '../../domain/care/treatment-dates.js';
import { SmpError } from '../../domain/errors.js';
import { isPlainDate } from '../../domain/time/plain-date.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import { SmpErrorEvent } from '../../events/error-event.js';
import { careWords } from '../../locales/care/words.js';
import { formatsOf } from '../../locales/formats.js';
import { commonWords } from '../../locales/words.js';
import { controlStyles } from '../../styles/controls.styles.js';
import { carePage } from './care.template.js';
import type { CarePart, CareView } from './care-view.js';
import { caringStyles } from './caring.styles.js';
import type { sourceList } from './sources.template.js';
import { Ticks } from './ticks.js';

/** What the page may say of an element for care. */
interface CareHost extends LitElement {
  date?: string | undefined;
  look?: string | undefined;
  emergency?: string | undefined;
  phone?: string | undefined;
}

type Clinic = ContextConsumer<typeof clinicContext, CareHost>;
type Enquiry = ContextConsumer<typeof enquiryContext, CareHost>;

/** The steps before or after a session: works out the plan, draws it, and keeps the ticks. */
export class Caring {
  /** Are the clinic's own figures there, where there is a clinic? */
  #settled = false;
  #settings = DEFAULT_CARE_SETTINGS;
  #given: unknown;
  #sourceList: typeof sourceList | undefined;
  /** What was asked for could not be loaded. */
  #failed = false;
  readonly #told = new Set<string>();
  readonly #ticks = new Ticks(visitor.lastingStorage);
  readonly #part: CarePart;
  readonly #host: CareHost;
  readonly #clinic: Clinic;
  readonly #language: LanguageController;
  readonly #enquiry: Enquiry;

  constructor(part: CarePart, host: CareHost, clinic: Clinic, enquiry: Enquiry) {
    this.#part = part;
    this.#host = host;
    this.#clinic = clinic;
    this.#enquiry = enquiry;
    this.#language = new LanguageController(host, clinic, [commonWords, careWords]);
    this.#settled = clinic.value === undefined;
    const root = host.renderRoot;
    if (root instanceof ShadowRoot) {
      const { elementStyles } = host.constructor as typeof LitElement;
      adoptStyles(root, [...elementStyles, controlStyles, caringStyles]);
    }
  }

  /** Can the steps be shown? */
  get ready(): boolean {
    return this.#settled && this.#language.ready;
  }

  /** Takes the clinic's figures. Without an answer of its backend, the usual ones are better than none. */
  connect({ status, clinic }: ClinicContext): void {
    if (status !== 'connecting') void this.#load(() => this.#settle(clinic?.care));
  }

  async #settle(given: unknown): Promise<void> {
    if (given !== undefined && given !== this.#given) {
      const { checkCareSettings } = await import('../../domain/care/care-settings-check.js');
      const { settings, problems } = checkCareSettings(given);
      this.#given = given;
      for (const { path, message } of problems) this.#complain(`care: ${path} ${message}`);
      this.#settings = settings;
    }
    this.#settled = true;
  }

  render(): TemplateResult {
    return carePage(this.#view());
  }

  #view(): CareView {
    const host = this.#host;
    const clinic = this.#clinic.value;
    const { language, dir, locale } = this.#language;
    const today = visitor.today(clinic?.clinic?.timeZone);
    const look = this.#look();
    const sessions = this.#dates();
    const plan = carePlan({ sessions, today, settings: this.#settings, look });
    const clinicId = clinic?.clinic?.id ?? '';
    const { emergency = this.#settings.emergency } = this.#clean();
    return {
      part: this.#part,
      plan,
      words: this.#language.of(careWords),
      language,
      dir,
      newTab: this.#language.of(commonWords).newTab,
      formats: formatsOf(locale),
      today,
      look,
      spf: this.#settings.spf,
      phone: clinic?.clinic?.phone ?? host.phone ?? clinic?.phone,
      emergency,
      sourceList: this.#sourceList,
      isTicked: (date, code) => this.#ticks.has(clinicId, date, code),
      tick: (date, code, ticked) => {
        this.#ticks.set(clinicId, date, code, ticked);
        host.requestUpdate();
      },
      loadSources: () => void this.#load(() => this.#loadSources()),
      saveCalendar: () => void this.#load(() => this.#saveCalendar()),
      failed: this.#failed ? this.#language.of(commonWords).errors['network'] : undefined,
      print: () => {
        for (const fold of host.renderRoot.querySelectorAll<HTMLDetailsElement>('.fold')) fold.open = true;
        window.print();
      },
    };
  }

  #clean(): { readonly emergency?: string } {
    const { emergency } = this.#host;
    if (!emergency) return {};
    if (/^\+?[\d ()-]{2,24}$/.test(emergency)) return { emergency };
    this.#complain(`emergency: ${JSON.stringify(emergency.slice(0, 40))} is not a phone number`);
    return {};
  }

  #look(): CareLook | undefined {
    const { look } = this.#host;
    const known = CARE_LOOKS.find((one) => one === look);
    if (look && !known) this.#complain(`look: ${JSON.stringify(look.slice(0, 40))} is not one of shaved, density`);
    const goal = this.#enquiry.value?.enquiry.answers?.['treatmentGoal'];
    return known ?? (goal === 'density' ? 'density' : goal === 'shavedLook' ? 'shaved' : undefined);
  }

  #dates(): readonly PlainDate[] {
    const said = this.#host.date;
    if (said?.trim()) return this.#read(said);
    const linked = this.#read(visitor.fragment('date') ?? '');
    if (linked.length > 0) return linked;
    return treatmentDates(this.#enquiry.value?.enquiry ?? {}, this.#clinic.value?.clinic);
  }

  #read(text: string): readonly PlainDate[] {
    return text
      .slice(0, 400)
      .split(/[\s,]+/)
      .filter(Boolean)
      .filter((one) => {
        // Years in which every day before and after a session is a date too.
        if (isPlainDate(one) && one > '1900' && one < '9000') return true;
        this.#complain(`date: ${JSON.stringify(one.slice(0, 40))} is not a date`);
        return false;
      });
  }

  /** Each mistake once, and not while the element is drawn. */
  #complain(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    const error = new SmpError('invalid-config', message);
    warn(error.code, message);
    queueMicrotask(() => this.#host.dispatchEvent(new SmpErrorEvent(error)));
  }

  /** Does what has to be loaded first, and says so where that fails. */
  async #load(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#failed = false;
    } catch (cause) {
      warn('network', String(cause));
      this.#failed = true;
    }
    this.#host.requestUpdate();
  }

  async #loadSources(): Promise<void> {
    this.#sourceList ??= (await import('./sources.template.js')).sourceList;
  }

  async #saveCalendar(): Promise<void> {
    const { saveCareCalendar } = await import('./care-calendar.js');
    saveCareCalendar(this.#view(), this.#clinic.value?.clinic?.id ?? 'smp-widgets', visitor.now());
  }
}
