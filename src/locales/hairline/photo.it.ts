import type { HairlinePhotoMessages } from './photo-messages.js';

/** Italian. */
export const photoIt = {
  help: 'Metta i quattro segni bianchi sul centro delle sopracciglia, sulla sommità della testa e sui lati dove è più larga: li trascini, o ne tocchi uno e poi il punto in cui va. Poi dia forma alla linea.',
  poses: {
    top: 'Sommità della testa',
    left: 'Lato sinistro dell’immagine',
    right: 'Lato destro dell’immagine',
    brow: 'Centro delle sopracciglia',
  },
  mark: 'Segno da spostare',
  zoom: 'Più vicino',
  across: 'Di lato',
  down: 'Su e giù',
  refusals: {
    'not-a-photo': 'Questo file non è una foto. Scelga un file JPEG, PNG o WebP.',
    heic: 'Questo browser non può leggere le foto HEIC. Scelga un JPEG, o scatti una foto con l’impostazione «Più compatibile».',
    'too-many-bytes': 'Questa foto supera i 15 MB. Ne scelga una più piccola.',
    'too-many-pixels': 'Questa foto supera i 64 megapixel. Ne scelga una più piccola.',
    'too-small': 'Questa foto è troppo piccola. Ne scelga una di almeno 200 pixel per lato.',
    unreadable: 'Questa foto non si può leggere. Potrebbe essere danneggiata: provi con un’altra.',
    blocked: 'Questo browser impedisce alle pagine di leggere le immagini.',
    'out-of-memory': 'Questo dispositivo ha troppo poca memoria libera. Chiuda altre pagine e riprovi.',
  },
} as const satisfies HairlinePhotoMessages;
