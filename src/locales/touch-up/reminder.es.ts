import type { TouchUpReminderMessages } from './reminder-messages.js';

/** Spanish. */
export const reminderEs = {
  signUpTitle: 'Podemos avisarle',
  ways: '¿Cómo podemos avisarle?',
  consents: {
    email: (clinic) =>
      `Por correo electrónico: ${clinic} puede escribirme sobre estas fechas, cuatro veces en total como máximo. Cada mensaje lleva un enlace para no recibir más.`,
    sms: (clinic) =>
      `Por mensaje de texto: ${clinic} puede enviarme mensajes sobre estas fechas, cuatro veces en total como máximo. Mi operador puede cobrar los mensajes. Cada uno dice cómo no recibir más.`,
  },
  phoneHint: 'Solo para estos recordatorios.',
  wayMissing: 'Marque una forma de avisarle, o añada las fechas a su propio calendario',
  signUp: 'Avisarme',
  sending: 'Enviando',
  notNow: 'Ahora no',
  signedTitle: 'Le avisaremos',
  signedNext: (where) =>
    `Hay un mensaje de camino a ${where}. Su enlace muestra las fechas y le permite cambiarlas o parar los recordatorios.`,
  unresolvedHint:
    'Es posible que su solicitud haya llegado. Envíela de nuevo para estar seguro: no se le avisará dos veces.',

  planTitle: 'Sus recordatorios',
  planNext: (where) => `Se envían a ${where}. Sin su enlace, nadie más puede verlos ni cambiarlos.`,
  passed: 'ya ha pasado',
  wrong: {
    invalid: (date) => `Indique una fecha en «${date}»`,
    past: (date) => `Indique una fecha futura en «${date}»`,
    order: (date) => `Indique en «${date}» una fecha posterior a la anterior`,
  },
  save: 'Guardar',
  stopTitle: 'No recibir más recordatorios',
  stopHint: 'Las citas que ha reservado siguen como están.',
  stop: 'Parar todos los recordatorios',
  stoppedTitle: 'Sus recordatorios se han parado',
  stoppedHint: 'No sabrá más de nosotros. Si cambia de idea, apúntese de nuevo cuando quiera.',
  notice: {
    saved: 'Sus cambios se han guardado.',
    unchanged: 'No hay nada que guardar: todo está como antes.',
    changed: 'Mientras tanto, los recordatorios se cambiaron en otro lugar. Así están ahora.',
  },
  refusedTitle: 'Este enlace no funciona',
  refusedHint: 'Puede estar incompleto o haber dejado de usarse. Nuestro último mensaje contiene uno que funciona.',
  failedTitle: 'Ahora mismo no podemos mostrar sus recordatorios',
} as const satisfies TouchUpReminderMessages;
