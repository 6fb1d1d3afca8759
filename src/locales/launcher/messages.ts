/** The words around what a launcher opens. */
export interface LauncherMessages {
  /** Names the dialog where nothing that was pressed names it. */
  readonly title: string;
  readonly close: string;
  /** While the code is on its way. */
  readonly loading: string;
  /** When the code has not come for a while. */
  readonly failed: string;
  readonly retry: string;
  /** Before the clinic's phone number. */
  readonly callUs: string;
  /** Before answers are left that have not been sent. They are kept as long as the page is open. */
  readonly leavingTitle: string;
  readonly leavingHint: string;
  readonly stay: string;
  readonly leave: string;
}
