import type { JourneyMessages } from './messages.js';

/** Portuguese. */
export const pt = {
  steps: {
    consultation: 'Sobre si',
    design: 'O seu desenho',
    booking: 'A sua marcação',
    care: 'Os seus cuidados',
  },
  stepsLabel: 'Passos',
  place: (number, of) => `Passo ${number} de ${of}`,
  allSteps: 'Mostrar todos os passos',
  done: 'concluído',
  skipped: 'ignorado por agora',
  goOn: (step) => `Continuar: ${step}`,
  goBack: (step) => `Voltar: ${step}`,
  skip: 'Ignorar por agora',
  restored:
    'Damos-lhe de novo as boas-vindas. Está onde parou. As suas respostas sobre a saúde e as suas fotos nunca são guardadas neste dispositivo.',
  sentTitle: 'As suas respostas foram enviadas',
  aftercare: 'Ler desde já: os dias seguintes',
  touchUps: 'Ler desde já: os anos seguintes',
} satisfies JourneyMessages;
