import type { ManagementChange } from '../../flows/management-change.js';
import type { ManagementState } from '../../flows/management-state.js';
import type { ChooserView } from '../calendar/chooser-view.js';
import type { ManagingView } from './managing-view.js';

/** What the pages that change a booking draw from. */
export interface ChangingView extends ManagingView, ChooserView {
  readonly flow: ManagementChange;
  readonly state: ManagementState & ChooserView['state'];
}
