import type { LanguageController } from '../../controllers/language-controller.js';
import type { CarePlan } from '../../domain/care/care-plan.js';
import type { CareLook } from '../../domain/care/care-rule.js';
import type { CareSettings } from '../../domain/care/care-settings.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import type { CareMessages } from '../../locales/care/messages.js';
import type { Messages } from '../../locales/messages.js';
import type { Formats } from '../../locales/formats.js';
import type { sourceList } from './sources.template.js';
import type { setTick } from './ticks.js';

/** Which of the two elements is drawn. */
export type CarePart = 'preparation' | 'aftercare';

/** What the templates of preparation and aftercare draw from. */
export interface CareView {
  readonly part: CarePart;
  readonly plan: CarePlan;
  readonly words: CareMessages;
  readonly common: Messages;
  readonly language: Pick<LanguageController, 'language' | 'dir'>;
  readonly formats: Formats;
  readonly today: PlainDate;
  readonly look: CareLook | undefined;
  readonly settings: CareSettings;
  readonly phone: string | undefined;
  readonly emergency: string | undefined;
  readonly clinicId: string;
  readonly tick: typeof setTick;
  /** Loaded once they are asked for. */
  readonly sourceList: typeof sourceList | undefined;
  /** What was asked for could not be loaded. */
  readonly failed: boolean;
  readonly loadSources: () => void;
  readonly saveCalendar: () => void;
  readonly print: () => void;
}
