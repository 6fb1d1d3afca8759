import type { JourneyMessages } from './messages.js';

/** Spanish. */
export const es = {
  steps: {
    consultation: 'Sobre usted',
    design: 'Su diseño',
    booking: 'Su cita',
    care: 'Sus cuidados',
  },
  stepsLabel: 'Pasos',
  place: (number, of) => `Paso ${number} de ${of}`,
  allSteps: 'Mostrar todos los pasos',
  done: 'hecho',
  skipped: 'omitido por ahora',
  goOn: (step) => `Continuar: ${step}`,
  goBack: (step) => `Volver: ${step}`,
  skip: 'Omitir por ahora',
  restored:
    'Le damos la bienvenida de nuevo. Está donde lo dejó. Sus respuestas sobre su salud y sus fotos no se guardan nunca en este dispositivo.',
  sentTitle: 'Sus respuestas se han enviado',
  aftercare: 'Leer ya: los días siguientes',
  touchUps: 'Leer ya: los años siguientes',
} satisfies JourneyMessages;
