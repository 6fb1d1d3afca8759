import type { HairlinePhotoMessages } from './photo-messages.js';

/** Polish. */
export const photoPl: HairlinePhotoMessages = {
  help: 'Proszę umieścić cztery białe znaczniki na środku brwi, na najwyższym punkcie głowy i w najszerszych miejscach jej boków: przeciągając je albo dotykając znacznika, a potem jego miejsca. Następnie można kształtować linię.',
  poses: {
    top: 'Najwyższy punkt głowy',
    left: 'Lewa strona obrazu',
    right: 'Prawa strona obrazu',
    brow: 'Środek brwi',
  },
  mark: 'Znacznik do przesunięcia',
  zoom: 'Bliżej',
  across: 'W bok',
  down: 'W górę i w dół',
  refusals: {
    'not-a-photo': 'Ten plik nie jest zdjęciem. Proszę wybrać plik JPEG, PNG lub WebP.',
    heic: 'Ta przeglądarka nie odczytuje zdjęć HEIC. Proszę wybrać plik JPEG albo zrobić zdjęcie z ustawieniem „Największa zgodność”.',
    'too-many-bytes': 'To zdjęcie ma ponad 15 MB. Proszę wybrać mniejsze.',
    'too-many-pixels': 'To zdjęcie ma ponad 64 megapiksele. Proszę wybrać mniejsze.',
    'too-small': 'To zdjęcie jest za małe. Proszę wybrać takie, które ma co najmniej 200 pikseli w każdym kierunku.',
    unreadable: 'Nie można odczytać tego zdjęcia. Może być uszkodzone: proszę spróbować z innym.',
    blocked: 'Ta przeglądarka nie pozwala stronom odczytywać obrazów.',
    'out-of-memory': 'Na tym urządzeniu jest za mało wolnej pamięci. Proszę zamknąć inne strony i spróbować ponownie.',
  },
};
