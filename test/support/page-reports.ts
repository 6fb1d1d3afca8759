/** What the page's developer is told while a test runs: console warnings, and errors that nobody caught. */
export interface PageReports {
  readonly warnings: string[];
  readonly uncaught: string[];
}

/** Writes reports down during each test of the `describe` it is called in. */
export function usePageReports(): PageReports {
  const reports: PageReports = { warnings: [], uncaught: [] };
  const { warn } = console;
  const onError = (event: ErrorEvent): void => void reports.uncaught.push(event.message);
  const onRejection = (event: PromiseRejectionEvent): void => void reports.uncaught.push(String(event.reason));
  beforeEach(() => {
    reports.warnings.length = 0;
    reports.uncaught.length = 0;
    console.warn = (...texts: unknown[]) => void reports.warnings.push(texts.map(String).join(' '));
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
  });
  afterEach(() => {
    console.warn = warn;
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
  });
  return reports;
}

/** The codes of all `smp-error` events that reach an element. */
export function errorsOf(target: EventTarget): string[] {
  const codes: string[] = [];
  target.addEventListener('smp-error', (event) => {
    if ('error' in event) codes.push((event.error as { readonly code: string }).code);
  });
  return codes;
}
