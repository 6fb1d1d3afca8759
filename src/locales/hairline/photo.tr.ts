import type { HairlinePhotoMessages } from './photo-messages.js';

/** Turkish. */
export const photoTr = {
  help: 'Dört beyaz işareti kaşlarınızın ortasına, başınızın tepesine ve en geniş yanlarına koyun: sürükleyin veya önce birine, sonra yerine dokunun. Ardından çizgiye biçim verin.',
  poses: {
    top: 'Başın tepesi',
    left: 'Resmin sol yanı',
    right: 'Resmin sağ yanı',
    brow: 'Kaşların ortası',
  },
  mark: 'Taşınacak işaret',
  zoom: 'Daha yakın',
  across: 'Yana',
  down: 'Yukarı ve aşağı',
  refusals: {
    'not-a-photo': 'Bu dosya bir fotoğraf değil. JPEG, PNG veya WebP seçin.',
    heic: 'Bu tarayıcı HEIC fotoğrafları okuyamıyor. Bir JPEG seçin veya “En Uyumlu” ayarıyla bir fotoğraf çekin.',
    'too-many-bytes': 'Bu fotoğraf 15 MB’den büyük. Daha küçük birini seçin.',
    'too-many-pixels': 'Bu fotoğraf 64 megapikselden büyük. Daha küçük birini seçin.',
    'too-small': 'Bu fotoğraf çok küçük. Eni ve boyu en az 200 piksel olan birini seçin.',
    unreadable: 'Bu fotoğraf okunamıyor. Bozulmuş olabilir: başka birini deneyin.',
    blocked: 'Bu tarayıcı, sayfaların resimleri okumasını engelliyor.',
    'out-of-memory': 'Bu cihazda çok az boş bellek var. Diğer sayfaları kapatıp yeniden deneyin.',
  },
} as const satisfies HairlinePhotoMessages;
