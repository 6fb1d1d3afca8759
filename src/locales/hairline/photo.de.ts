import type { HairlinePhotoMessages } from './photo-messages.js';

/** German. */
export const photoDe: HairlinePhotoMessages = {
  help: 'Setzen Sie die vier weißen Marken auf die Mitte Ihrer Augenbrauen, den höchsten Punkt des Kopfes und seine breitesten Seiten: Ziehen Sie sie, oder tippen Sie eine an und dann ihre Stelle. Danach formen Sie die Linie.',
  poses: {
    top: 'Höchster Punkt des Kopfes',
    left: 'Linke Seite des Bildes',
    right: 'Rechte Seite des Bildes',
    brow: 'Mitte der Augenbrauen',
  },
  mark: 'Diese Marke verschieben',
  zoom: 'Näher heran',
  across: 'Zur Seite',
  down: 'Auf und ab',
  refusals: {
    'not-a-photo': 'Diese Datei ist kein Foto. Wählen Sie JPEG, PNG oder WebP.',
    heic: 'Dieser Browser kann HEIC-Fotos nicht lesen. Wählen Sie ein JPEG, oder machen Sie ein Foto mit der Einstellung „Maximale Kompatibilität“.',
    'too-many-bytes': 'Dieses Foto ist größer als 15 MB. Wählen Sie ein kleineres.',
    'too-many-pixels': 'Dieses Foto hat mehr als 64 Megapixel. Wählen Sie ein kleineres.',
    'too-small': 'Dieses Foto ist zu klein. Wählen Sie eines mit mindestens 200 Pixeln in jeder Richtung.',
    unreadable: 'Dieses Foto lässt sich nicht lesen. Vielleicht ist es beschädigt: Versuchen Sie ein anderes.',
    blocked: 'Dieser Browser lässt Seiten keine Bilder lesen.',
    'out-of-memory':
      'Auf diesem Gerät ist zu wenig Speicher frei. Schließen Sie andere Seiten und versuchen Sie es erneut.',
  },
};
