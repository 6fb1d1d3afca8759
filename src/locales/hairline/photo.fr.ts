import type { HairlinePhotoMessages } from './photo-messages.js';

/** French. */
export const photoFr = {
  help: 'Placez les quatre repères blancs sur le milieu de vos sourcils, le sommet de votre tête et ses côtés les plus larges : faites-les glisser, ou touchez un repère puis sa place. Ensuite, donnez sa forme à la ligne.',
  poses: {
    top: 'Sommet de la tête',
    left: 'Côté gauche de l’image',
    right: 'Côté droit de l’image',
    brow: 'Milieu des sourcils',
  },
  mark: 'Repère à déplacer',
  zoom: 'Plus près',
  across: 'Vers le côté',
  down: 'Vers le haut et le bas',
  refusals: {
    'not-a-photo': 'Ce fichier n’est pas une photo. Choisissez un fichier JPEG, PNG ou WebP.',
    heic: 'Ce navigateur ne peut pas lire les photos HEIC. Choisissez un fichier JPEG, ou prenez une photo avec le réglage « Le plus compatible ».',
    'too-many-bytes': 'Cette photo dépasse 15 Mo. Choisissez-en une plus petite.',
    'too-many-pixels': 'Cette photo dépasse 64 mégapixels. Choisissez-en une plus petite.',
    'too-small': 'Cette photo est trop petite. Choisissez-en une d’au moins 200 pixels de chaque côté.',
    unreadable: 'Cette photo ne peut pas être lue. Elle est peut-être abîmée : essayez-en une autre.',
    blocked: 'Ce navigateur empêche les pages de lire les images.',
    'out-of-memory': 'Cet appareil n’a pas assez de mémoire libre. Fermez d’autres pages et réessayez.',
  },
} as const satisfies HairlinePhotoMessages;
