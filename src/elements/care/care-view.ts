import type { CarePlan } from '../../domain/care/care-plan.js';
import type { CareLook } from '../../domain/care/care-rule.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import type { CareMessages } from '../../locales/care/messages.js';
import type { Formats } from '../../locales/formats.js';
import type { sourceList } from './sources.template.js';

/** Which of the two elements is drawn. */
export type CarePart = 'preparation' | 'aftercare';

/** What the templates of preparation and aftercare draw from. */
export interface CareView {
  readonly part: CarePart;
  readonly plan: CarePlan;
  readonly words: CareMessages;
  readonly language: string;
  readonly dir: string;
  readonly newTab: string;
  readonly formats: Formats;
  readonly today: PlainDate;
  readonly look: CareLook | undefined;
  readonly spf: number;
  readonly phone: string | undefined;
  readonly emergency: string | undefined;
  /** Loaded once they are asked for. */
  readonly sourceList: typeof sourceList | undefined;
  readonly isTicked: (date: PlainDate | undefined, code: string) => boolean;
  readonly tick: (date: PlainDate | undefined, code: string, ticked: boolean) => void;
  /** What is said where something could not be loaded. */
  readonly failed: string | undefined;
  readonly loadSources: () => void;
  readonly saveCalendar: () => void;
  readonly print: () => void;
}
