import { languageOf } from '../../locales/languages.js';
import type { LauncherMessages } from '../../locales/launcher/messages.js';
import { launcherWords } from '../../locales/launcher/words.js';
import type { SmpLauncher } from './launcher.js';

/** The words of a dialog, and the language they are in. */
export interface DialogWords {
  readonly language: string;
  readonly words: LauncherMessages;
}

/** In the language of the nearest `lang`, else in English, with the clinic's own over them. */
export async function dialogWords(host: SmpLauncher): Promise<DialogWords> {
  const wanted = languageOf(host.closest('[lang]')?.getAttribute('lang') ?? '');
  let found: { readonly language: string; readonly usual: LauncherMessages } = {
    language: 'en',
    usual: launcherWords.en,
  };
  try {
    const [usual] = Object.values((await launcherWords.others[wanted]?.()) ?? {});
    if (usual) found = { language: wanted, usual };
  } catch {
    console.warn(`[smp-widgets] network: The words in “${wanted}” did not load`);
  }
  const clinic = host.closest('smp-clinic')?.messages ?? {};
  const words = { ...found.usual, ...launcherWords.own(clinic), ...launcherWords.own(host.messages ?? {}) };
  return { language: found.language, words };
}
