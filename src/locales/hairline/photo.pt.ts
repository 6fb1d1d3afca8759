import type { HairlinePhotoMessages } from './photo-messages.js';

/** Portuguese, in the spelling of Portugal. */
export const photoPt = {
  help: 'Ponha as quatro marcas brancas no meio das sobrancelhas, no topo da cabeça e nos seus lados mais largos: arraste-as, ou toque numa e depois no seu lugar. A seguir, dê forma à linha.',
  poses: {
    top: 'Topo da cabeça',
    left: 'Lado esquerdo da imagem',
    right: 'Lado direito da imagem',
    brow: 'Meio das sobrancelhas',
  },
  mark: 'Marca a mover',
  zoom: 'Mais perto',
  across: 'Para o lado',
  down: 'Para cima e para baixo',
  refusals: {
    'not-a-photo': 'Este ficheiro não é uma foto. Escolha um ficheiro JPEG, PNG ou WebP.',
    heic: 'Este navegador não consegue ler fotos HEIC. Escolha um JPEG, ou tire uma foto com a opção «Mais compatível».',
    'too-many-bytes': 'Esta foto tem mais de 15 MB. Escolha uma mais pequena.',
    'too-many-pixels': 'Esta foto tem mais de 64 megapíxeis. Escolha uma mais pequena.',
    'too-small': 'Esta foto é demasiado pequena. Escolha uma com pelo menos 200 píxeis de cada lado.',
    unreadable: 'Não é possível ler esta foto. É possível que esteja danificada: experimente outra.',
    blocked: 'Este navegador impede as páginas de lerem imagens.',
    'out-of-memory': 'Este dispositivo tem muito pouca memória livre. Feche outras páginas e tente de novo.',
  },
} as const satisfies HairlinePhotoMessages;
