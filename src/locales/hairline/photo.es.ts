import type { HairlinePhotoMessages } from './photo-messages.js';

/** Spanish. */
export const photoEs = {
  help: 'Ponga las cuatro marcas blancas en el centro de las cejas, en lo alto de la cabeza y en sus lados más anchos: arrástrelas, o toque una y después su sitio. Luego dé forma a la línea.',
  poses: {
    top: 'Lo alto de la cabeza',
    left: 'Lado izquierdo de la imagen',
    right: 'Lado derecho de la imagen',
    brow: 'Centro de las cejas',
  },
  mark: 'Marca que desea mover',
  zoom: 'Más cerca',
  across: 'Hacia el lado',
  down: 'Arriba y abajo',
  refusals: {
    'not-a-photo': 'Este archivo no es una foto. Elija un archivo JPEG, PNG o WebP.',
    heic: 'Este navegador no puede leer fotos HEIC. Elija un JPEG, o tome una foto con el ajuste «Más compatible».',
    'too-many-bytes': 'Esta foto ocupa más de 15 MB. Elija una más pequeña.',
    'too-many-pixels': 'Esta foto tiene más de 64 megapíxeles. Elija una más pequeña.',
    'too-small': 'Esta foto es demasiado pequeña. Elija una de al menos 200 píxeles por lado.',
    unreadable: 'Esta foto no se puede leer. Es posible que esté dañada: pruebe con otra.',
    blocked: 'Este navegador impide que las páginas lean imágenes.',
    'out-of-memory': 'Este dispositivo tiene muy poca memoria libre. Cierre otras páginas e inténtelo de nuevo.',
  },
} as const satisfies HairlinePhotoMessages;
