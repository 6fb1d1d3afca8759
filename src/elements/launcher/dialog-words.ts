import { ContextEvent } from '@lit/context';
import { clinicContext } from '../../context/clinic-context.js';
import { languageFor, loadOwnWords, wordsIn } from '../../controllers/language-controller.js';
import { surroundings, tagOf } from '../../controllers/surroundings.js';
import { warn } from '../../controllers/warning.js';
import { languageOf } from '../../locales/languages.js';
import type { LauncherMessages } from '../../locales/launcher/messages.js';
import { launcherWords } from '../../locales/launcher/words.js';
import type { ClinicMessages } from '../../locales/messages.js';
import type { SmpLauncher } from './launcher.js';

/** The words of a dialog, and the language they are in: as the page writes it, whose region is for what is opened, too. */
interface DialogWords {
  readonly tag: string;
  readonly words: LauncherMessages;
}

/** In the language around a launcher, with the own words of the clinic around it and of itself over the usual ones. */
export async function dialogWords(host: SmpLauncher): Promise<DialogWords> {
  let given: ClinicMessages = {};
  const take = ({ messages }: { readonly messages: ClinicMessages }) => {
    given = messages;
  };
  host.dispatchEvent(new ContextEvent(clinicContext, host, take));
  const messages = { ...given, ...host.messages };
  const around = tagOf(surroundings(host));
  const language = languageFor(around, messages, [launcherWords]);
  const tag = languageOf(around) === language ? around : language;
  try {
    const usual = await wordsIn(launcherWords, language);
    if (Object.keys(messages).length === 0) return { tag, words: usual };
    const { ownWords } = await loadOwnWords();
    const [words] = ownWords([launcherWords], [usual], { language, tag, messages });
    return { tag, words: words as LauncherMessages };
  } catch {
    warn('network', `The words in “${language}” did not load`);
    return { tag: 'en', words: launcherWords.en };
  }
}
