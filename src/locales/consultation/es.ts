import type { ConsultationMessages } from './messages.js';
import { questionsEs } from './questions.es.js';

/** Spanish. */
export const es = {
  ...questionsEs,
  position: (number, count) => `Pregunta ${number} de ${count}`,
  restored:
    'Hemos guardado sus respuestas anteriores en este dispositivo. Las respuestas sobre su salud y las fotos nunca se guardan: indíquelas de nuevo, por favor.',
  dropped: 'Como ha cambiado una respuesta, ya no necesitamos:',
  several: 'Marque todas las que correspondan.',
  day: 'Día',
  month: 'Mes',
  year: 'Año',
  dateHint: 'Por ejemplo, 27 3 2024. Si tiene dudas, basta con el mes y el año, o solo el año.',
  issues: {
    missing: 'Elija o escriba una respuesta',
    'too-long': 'Su respuesta es demasiado larga',
    'not-a-date': 'Escriba una fecha real, como 27 3 2024, o solo el año',
    'in-future': 'La fecha debe ser la de hoy o una pasada',
    'in-past': 'La fecha debe ser la de hoy o una futura',
    unconfirmed: 'Marque la casilla para que podamos responderle',
    preparing: 'Su foto todavía se está preparando. Espere un momento, por favor',
    unknown: 'Compruebe esta respuesta',
  },
  between: (min, max) => `Escriba un número de ${min} a ${max}`,
  consents: {
    privacy: (clinic) => `Acepto que ${clinic} use mis datos para responder a esta consulta y organizar citas.`,
    'health-data': (clinic) =>
      `Acepto que ${clinic} guarde y use lo que digo aquí sobre mi salud, para aconsejarme y planificar mi tratamiento.`,
    'photos-assessment': (clinic) =>
      `Permito que ${clinic} use mis fotos para aconsejarme y planificar mi tratamiento.`,
    'photos-publication': (clinic) => `Permito que ${clinic} publique mis fotos, por ejemplo en su sitio web.`,
    'appointment-sms': (clinic) => `Permito que ${clinic} me envíe SMS sobre mis citas.`,
    'marketing-email': (clinic) => `Permito que ${clinic} me envíe novedades y ofertas por correo electrónico.`,
    'marketing-sms': (clinic) => `Permito que ${clinic} me envíe novedades y ofertas por SMS.`,
  },
  skipHealth: 'Sin esto, omitimos las preguntas sobre su salud y su profesional se las hace en persona.',
  emailHint: 'Aquí enviamos nuestra respuesta.',
  phoneHint: 'Solo para preguntas sobre esta consulta.',

  photoChoose: 'Elegir una foto',
  photoReplace: 'Reemplazar',
  photoRemove: 'Quitar',
  photoCancel: 'Cancelar',
  photoRetry: 'Enviar de nuevo',
  photoPreparing: 'Preparando su foto',
  photoReady: 'Lista para enviar',
  photoSending: (percent) => `Enviando, ${percent} %`,
  photoSent: 'Enviada',
  photoFailed: 'No enviada',
  photoAlt: (angle) => `Su foto: ${angle}`,
  photoLocal:
    'Las fotos se quedan en este dispositivo hasta que envíe sus respuestas. Las reducimos y quitamos datos ocultos, como el lugar.',
  photosSending: 'Sus fotos se están enviando. Mantenga esta página abierta, por favor.',
  photosHeld:
    'Las fotos que ha elegido no se enviarán, porque no ha aceptado que las usemos. Permanecen en esta página hasta que envíe sus respuestas: si acepta, se envían con ellas.',
  photoProblems: {
    'not-a-photo': 'Este archivo no es una foto. Elija un archivo JPEG, PNG o WebP',
    heic: 'Este navegador no puede leer fotos HEIC. Tome la foto aquí, o guárdela antes como JPEG',
    'too-many-bytes': 'La foto debe ocupar menos de 15 MB',
    'too-many-pixels': 'La foto debe tener menos de 64 megapíxeles',
    'too-small': 'La foto es demasiado pequeña. Debe tener al menos 200 píxeles de ancho y de alto',
    'out-of-memory': 'La foto es demasiado grande para este dispositivo. Elija una más pequeña',
    blocked: 'La protección contra el rastreo de este navegador estropea las fotos. Use otro navegador',
    unreadable: 'Esta foto no se puede leer. Es posible que esté dañada. Elija otra',
  },

  outcomeTitle: 'Qué significan sus respuestas',
  outcomeClear: 'Nada de lo que nos ha dicho impide un tratamiento.',
  outcomeFound: 'Gracias por decírnoslo. Algunas de sus respuestas son importantes para planificar:',
  blockedTitle: 'Hay que tener 18 años',
  effects: {
    block: 'Todavía no es posible',
    defer: 'Necesita tiempo',
    letter: 'Carta del médico',
    review: 'Lo vemos con usted',
    inform: 'Conviene saberlo',
    'patch-test': 'Prueba cutánea',
  },
  until: (date) => `A partir del ${date}`,
  bookableTitle: 'Qué puede reservar',
  bookConsultation: 'Una consulta, en cualquier momento.',
  treatment: {
    open: 'Un tratamiento.',
    request: 'Un tratamiento, como solicitud: su profesional lo confirma.',
    'after-consultation': 'Un tratamiento, cuando su profesional haya hablado con usted.',
    none: 'Nada por ahora.',
  },
  treatmentFrom: (date) => `Los tratamientos son posibles a partir del ${date}.`,
  patchTest: (hours) =>
    `Probamos un poco de pigmento en su piel al menos ${hours} ${hours === 1 ? 'hora' : 'horas'} antes de un tratamiento.`,
  noAdvice:
    'Esto no es un consejo médico. Su profesional decide con usted. Nunca deje por esto un medicamento recetado.',

  consentsTitle: 'Qué acepta',
  agreed: 'Sí',
  notAgreed: 'No',
  withdrawHint:
    'Puede retirar su consentimiento en cualquier momento: en la página siguiente, o poniéndose en contacto con la clínica.',
  submit: 'Enviar mis respuestas',
  submitting: 'Enviando sus respuestas',
  checking: 'Está tardando más de lo habitual. Estamos comprobando si sus respuestas han llegado.',
  unresolvedHint:
    'Es posible que sus respuestas hayan llegado. Compruébelo de nuevo para saberlo: nada se envía dos veces, y aquí no se pierde nada.',
  photoCount: (count) => (count === 1 ? '1 foto' : `${count} fotos`),

  sentTitle: 'Sus respuestas se han enviado',
  sentNext: (address) => `Su profesional las lee y le responde en ${address}.`,
  keptTitle: 'Sus respuestas están listas',
  keptNext:
    'Llegan a la clínica en la nota de su reserva. No las guardamos en este dispositivo: reserve antes de cerrar o recargar esta página.',
  withdraw: 'Retirar mis respuestas',
  withdrawAsk: 'La clínica borrará entonces sus respuestas y sus fotos. No se puede deshacer.',
  withdrawing: 'Retirando',
  withdrawnTitle: 'Sus respuestas se han borrado',
  withdrawnHint: 'La clínica ya no las tiene, y tampoco sus fotos.',
  another: 'Empezar de nuevo',
  failedTitle: 'Lo sentimos, ahora mismo no podemos hacerle estas preguntas aquí',
} as const satisfies ConsultationMessages;
