import type { CareStep } from '../../domain/care/care-plan.js';
import type { CareView } from './care-view.js';

/** The words of a step, clinic's own or from the locale. */
export function stepWords({ words, look, settings, part }: CareView, { code, text, look: only }: CareStep): string {
  const sentences: Readonly<Record<string, string | ((figures: { spf: number }) => string) | undefined>> = words[part];
  const said = text ?? sentences[code] ?? '';
  const sentence = typeof said === 'string' ? said : said(settings);
  return only && look === undefined ? `${words.onlyFor[only]} ${sentence}` : sentence;
}
