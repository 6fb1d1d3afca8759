import { ContextConsumer } from '@lit/context';
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { clinicContext, phoneOf, type ClinicContext } from '../../context/clinic-context.js';
import { enquiryContext } from '../../context/enquiry-context.js';
import { followWindow } from '../../controllers/follow-window.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { complain } from '../../controllers/report.js';
import { visitor } from '../../controllers/visitor.js';
import { warn } from '../../controllers/warning.js';
import { carePlan } from '../../domain/care/care-plan.js';
import type { CareLook } from '../../domain/care/care-rule.js';
import type { ClinicCare } from '../../domain/care/clinic-care.js';
import { DEFAULT_CARE_SETTINGS, isEmergencyNumber } from '../../domain/care/care-settings.js';
import { treatmentDates } from '../../domain/care/treatment-dates.js';
import { isPlainDate } from '../../domain/time/plain-date.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import { careWords } from '../../locales/care/words.js';
import { formatsOf } from '../../locales/formats.js';
import { commonWords } from '../../locales/words.js';
import { controlStyles } from '../../styles/controls.styles.js';
import { hostStyles } from '../../styles/host.styles.js';
import { tokenStyles } from '../../styles/tokens.styles.js';
import { formStyles } from '../form/form.styles.js';
import { frame } from '../form/frame.template.js';
import { carePage, failure } from './care.template.js';
import type { CarePart, CareView } from './care-view.js';
import { careStyles } from './care.styles.js';
import type { sourceList } from './sources.template.js';
import { setTick } from './ticks.js';

/** Not all browsers show on paper what is folded. */
function unfold(root: ParentNode): void {
  for (const fold of root.querySelectorAll<HTMLDetailsElement>('.fold')) fold.open = true;
}

const USUAL: ClinicCare = { settings: DEFAULT_CARE_SETTINGS, own: [], problems: [] };

/** What preparation and aftercare have in common: the dates, the clinic's figures, the plan and the ticks. */
export abstract class CareElement extends LitElement {
  static override styles = [tokenStyles, hostStyles, controlStyles, formStyles, careStyles];

  /**
   * Days of the sessions, `YYYY-MM-DD`, with commas or spaces between them. Default: `#date=` of the page's address, then
   * what was booked in the same `<smp-clinic>`, then none.
   */
  @property() date?: string;
  /** `shaved`, or `density` for those who keep their hair. Default: what the consultation says, else words for both. */
  @property() look?: string;
  /** Number of the emergency service, `999`. Default: the clinic's, else words that name the usual ones. */
  @property() emergency?: string;
  /** The clinic's phone number, where its profile has none. */
  @property() phone?: string;

  /** Which of the two it is. */
  protected abstract readonly carePart: CarePart;

  #care = USUAL;
  /** Are the clinic's own figures there, where there is a clinic? */
  #settled: boolean | undefined;
  /** Of the page's address, which may lead to a place in the page since. */
  #linked = '';
  #sourceList: typeof sourceList | undefined;
  /** What was asked for could not be loaded. */
  #failed = false;
  readonly #internals = this.attachInternals();
  readonly #clinic = new ContextConsumer(this, {
    context: clinicContext,
    subscribe: true,
    callback: (clinic) => {
      this.#settled ??= false;
      this.#connect(clinic);
    },
  });
  readonly #enquiry = new ContextConsumer(this, { context: enquiryContext, subscribe: true });
  readonly #language = new LanguageController(this, this.#clinic, [commonWords, careWords]);

  constructor() {
    super();
    followWindow(this, 'hashchange');
  }

  protected override render() {
    const ready = this.#settled !== false && this.#language.ready;
    this.#internals.states[ready ? 'add' : 'delete']('ready');
    return frame(
      ready
        ? carePage(this.#view())
        : html`<slot></slot>${failure({ failed: this.#failed, common: this.#language.of(commonWords) })}`,
    );
  }

  /** Takes the clinic's figures. Without an answer of its backend, the usual ones are better than none. */
  #connect({ status, clinic }: ClinicContext): void {
    if (status === 'connecting') return;
    void this.#load(async () => {
      const care =
        clinic?.care === undefined ? USUAL : (await import('../../domain/care/clinic-care.js')).clinicCare(clinic.care);
      // Another clinic may have come meanwhile.
      if (this.#clinic.value?.clinic !== clinic) return;
      for (const problem of care.problems) complain(this, problem);
      this.#care = care;
      this.#settled = true;
    });
  }

  #view(): CareView {
    const { value } = this.#clinic;
    const clinic = value?.clinic;
    const language = this.#language;
    const { settings, own } = this.#care;
    const today = visitor.today(clinic?.timeZone);
    const look = this.#look();
    return {
      part: this.carePart,
      plan: carePlan({ sessions: this.#dates(), today, settings, look, own }),
      words: language.of(careWords),
      common: language.of(commonWords),
      language,
      formats: formatsOf(language.locale),
      today,
      look,
      settings,
      phone: phoneOf(value, this),
      emergency: this.#emergency() || settings.emergency,
      clinicId: clinic?.id ?? '',
      tick: (...said) => {
        setTick(...said);
        this.requestUpdate();
      },
      sourceList: this.#sourceList,
      failed: this.#failed,
      loadSources: () =>
        void this.#load(async () => {
          this.#sourceList = (await import('./sources.template.js')).sourceList;
        }),
      saveCalendar: () =>
        void this.#load(async () => {
          const { saveCareCalendar } = await import('./care-calendar.js');
          saveCareCalendar(this.#view());
        }),
      print: () => {
        unfold(this.renderRoot);
        window.print();
      },
    };
  }

  #emergency(): string | undefined {
    const { emergency } = this;
    if (!emergency || isEmergencyNumber(emergency)) return emergency;
    return this.#refuse('emergency', emergency, 'a phone number');
  }

  #look(): CareLook | undefined {
    const { look } = this;
    if (look === 'shaved' || look === 'density') return look;
    if (look) this.#refuse('look', look, 'one of shaved, density');
    const goal = this.#enquiry.value?.enquiry.answers?.['treatmentGoal'];
    return goal === 'density' ? goal : goal === 'shavedLook' ? 'shaved' : undefined;
  }

  #dates(): readonly PlainDate[] {
    if (this.date?.trim()) return this.#read(this.date);
    this.#linked = visitor.fragment('date') ?? this.#linked;
    const linked = this.#read(this.#linked);
    if (linked.length > 0) return linked;
    return treatmentDates(this.#enquiry.value?.enquiry ?? {}, this.#clinic.value?.clinic);
  }

  #read(text: string): readonly PlainDate[] {
    return text
      .slice(0, 400)
      .split(/[\s,]+/)
      .filter((one) => {
        // Years in which every day before and after a session is a date too.
        if (isPlainDate(one) && one > '1900' && one < '9000') return true;
        if (one) this.#refuse('date', one, 'a date');
        return false;
      });
  }

  #refuse(attribute: string, value: string, wanted: string): undefined {
    complain(this, `${attribute}: ${JSON.stringify(value.slice(0, 40))} is not ${wanted}`);
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
    this.requestUpdate();
  }
}
