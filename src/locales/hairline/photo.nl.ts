import type { HairlinePhotoMessages } from './photo-messages.js';

/** Dutch. */
export const photoNl = {
  help: 'Zet de vier witte markeringen op het midden van uw wenkbrauwen, op de bovenkant van uw hoofd en op de breedste plekken aan de zijkanten: sleep ze, of tik er een aan en daarna de plek. Geef dan de lijn vorm.',
  poses: {
    top: 'Bovenkant van het hoofd',
    left: 'Linkerkant van het beeld',
    right: 'Rechterkant van het beeld',
    brow: 'Midden van de wenkbrauwen',
  },
  mark: 'Markering om te verplaatsen',
  zoom: 'Dichterbij',
  across: 'Opzij',
  down: 'Omhoog en omlaag',
  refusals: {
    'not-a-photo': 'Dit bestand is geen foto. Kies een JPEG, PNG of WebP.',
    heic: 'Deze browser kan HEIC-foto’s niet lezen. Kies een JPEG, of maak een foto met de instelling ‘Meest compatibel’.',
    'too-many-bytes': 'Deze foto is groter dan 15 MB. Kies een kleinere.',
    'too-many-pixels': 'Deze foto heeft meer dan 64 megapixel. Kies een kleinere.',
    'too-small': 'Deze foto is te klein. Kies er een van minstens 200 pixels breed en hoog.',
    unreadable: 'Deze foto kan niet worden gelezen. Misschien is hij beschadigd: probeer een andere.',
    blocked: 'Deze browser laat pagina’s geen beelden lezen.',
    'out-of-memory': 'Dit apparaat heeft te weinig vrij geheugen. Sluit andere pagina’s en probeer het opnieuw.',
  },
} as const satisfies HairlinePhotoMessages;
