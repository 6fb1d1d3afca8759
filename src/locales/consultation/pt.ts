import type { ConsultationMessages } from './messages.js';
import { questionsPt } from './questions.pt.js';

/** Portuguese, in the spelling of Portugal. */
export const pt = {
  ...questionsPt,
  position: (number, count) => `Pergunta ${number} de ${count}`,
  restored:
    'Guardámos as suas respostas anteriores neste dispositivo. As respostas sobre a sua saúde e as fotos nunca são guardadas: indique-as de novo, por favor.',
  dropped: 'Como alterou uma resposta, já não precisamos de:',
  several: 'Assinale todas as que se aplicam.',
  day: 'Dia',
  month: 'Mês',
  year: 'Ano',
  dateHint: 'Por exemplo, 27 3 2024. Em caso de dúvida, basta o mês e o ano, ou só o ano.',
  issues: {
    missing: 'Escolha ou escreva uma resposta',
    'too-long': 'A sua resposta é demasiado longa',
    'not-a-date': 'Escreva uma data real, como 27 3 2024, ou só o ano',
    'in-future': 'A data deve ser a de hoje ou uma data passada',
    'in-past': 'A data deve ser a de hoje ou uma data futura',
    unconfirmed: 'Assinale a caixa para podermos responder-lhe',
    preparing: 'A sua foto ainda está a ser preparada. Espere um momento, por favor',
    unknown: 'Verifique esta resposta',
  },
  between: (min, max) => `Escreva um número de ${min} a ${max}`,
  consents: {
    privacy: (clinic) => `Aceito que ${clinic} use os meus dados para responder a esta consulta e organizar marcações.`,
    'health-data': (clinic) =>
      `Aceito que ${clinic} guarde e use o que digo aqui sobre a minha saúde, para me aconselhar e planear o meu tratamento.`,
    'photos-assessment': (clinic) =>
      `Permito que ${clinic} use as minhas fotos para me aconselhar e planear o meu tratamento.`,
    'photos-publication': (clinic) => `Permito que ${clinic} publique as minhas fotos, por exemplo no seu site.`,
    'appointment-sms': (clinic) => `Permito que ${clinic} me envie SMS sobre as minhas marcações.`,
    'marketing-email': (clinic) => `Permito que ${clinic} me envie novidades e ofertas por e-mail.`,
    'marketing-sms': (clinic) => `Permito que ${clinic} me envie novidades e ofertas por SMS.`,
  },
  skipHealth: 'Sem isto, saltamos as perguntas sobre a sua saúde e o seu profissional faz-lhas pessoalmente.',
  emailHint: 'Enviamos para aqui a nossa resposta.',
  phoneHint: 'Só para perguntas sobre esta consulta.',

  photoChoose: 'Escolher uma foto',
  photoReplace: 'Substituir',
  photoRemove: 'Remover',
  photoCancel: 'Cancelar',
  photoRetry: 'Enviar de novo',
  photoPreparing: 'A preparar a sua foto',
  photoReady: 'Pronta a enviar',
  photoSending: (percent) => `A enviar, ${percent} %`,
  photoSent: 'Enviada',
  photoFailed: 'Não enviada',
  photoAlt: (angle) => `A sua foto: ${angle}`,
  photoLocal:
    'As fotos ficam neste dispositivo até enviar as suas respostas. Reduzimo-las e retiramos dados ocultos, como o local.',
  photosSending: 'As suas fotos estão a ser enviadas. Mantenha esta página aberta, por favor.',
  photosHeld:
    'As fotos que escolheu não serão enviadas, porque não aceitou que as usemos. Ficam nesta página até enviar as suas respostas: se aceitar, seguem com elas.',
  photoProblems: {
    'not-a-photo': 'Este ficheiro não é uma foto. Escolha um ficheiro JPEG, PNG ou WebP',
    heic: 'Este navegador não consegue ler fotos HEIC. Tire a foto aqui, ou guarde-a primeiro como JPEG',
    'too-many-bytes': 'A foto deve ter menos de 15 MB',
    'too-many-pixels': 'A foto deve ter menos de 64 megapíxeis',
    'too-small': 'A foto é demasiado pequena. Deve ter pelo menos 200 píxeis de largura e de altura',
    'out-of-memory': 'A foto é demasiado grande para este dispositivo. Escolha uma mais pequena',
    blocked: 'A proteção deste navegador contra o rastreio estraga as fotos. Use outro navegador',
    unreadable: 'Não é possível ler esta foto. É possível que esteja danificada. Escolha outra',
  },

  outcomeTitle: 'O que significam as suas respostas',
  outcomeClear: 'Nada do que nos disse impede um tratamento.',
  outcomeFound: 'Agradecemos que nos tenha dito. Algumas das suas respostas são importantes para o planeamento:',
  blockedTitle: 'É preciso ter 18 anos',
  effects: {
    block: 'Ainda não é possível',
    defer: 'Precisa de tempo',
    letter: 'Carta do médico',
    review: 'Vemos isto consigo',
    inform: 'Bom saber',
    'patch-test': 'Teste cutâneo',
  },
  until: (date) => `A partir de ${date}`,
  bookableTitle: 'O que pode marcar',
  bookConsultation: 'Uma consulta, a qualquer momento.',
  treatment: {
    open: 'Um tratamento.',
    request: 'Um tratamento, como pedido: o seu profissional confirma-o.',
    'after-consultation': 'Um tratamento, depois de o seu profissional falar consigo.',
    none: 'Nada por agora.',
  },
  treatmentFrom: (date) => `Os tratamentos são possíveis a partir de ${date}.`,
  patchTest: (hours) =>
    `Experimentamos um pouco de pigmento na sua pele pelo menos ${hours} ${hours === 1 ? 'hora' : 'horas'} antes de um tratamento.`,
  noAdvice:
    'Isto não é aconselhamento médico. O seu profissional decide consigo. Nunca pare por isto um medicamento receitado.',

  consentsTitle: 'O que aceita',
  agreed: 'Sim',
  notAgreed: 'Não',
  withdrawHint: 'Pode retirar o seu consentimento a qualquer momento: na página seguinte, ou contactando a clínica.',
  submit: 'Enviar as minhas respostas',
  submitting: 'A enviar as suas respostas',
  checking: 'Está a demorar mais do que o habitual. Estamos a verificar se as suas respostas chegaram.',
  unresolvedHint:
    'É possível que as suas respostas tenham chegado. Verifique de novo para saber: nada é enviado duas vezes, e nada se perde aqui.',
  photoCount: (count) => (count === 1 ? '1 foto' : `${count} fotos`),

  sentTitle: 'As suas respostas foram enviadas',
  sentNext: (address) => `O seu profissional lê-as e responde-lhe: ${address}.`,
  keptTitle: 'As suas respostas estão prontas',
  keptNext:
    'Seguem para a clínica na nota da sua marcação. Não as guardamos neste dispositivo: marque antes de fechar ou recarregar esta página.',
  withdraw: 'Retirar as minhas respostas',
  withdrawAsk: 'A clínica apaga então as suas respostas e fotos. Não é possível anular.',
  withdrawing: 'A retirar',
  withdrawnTitle: 'As suas respostas foram apagadas',
  withdrawnHint: 'A clínica já não as tem, nem às suas fotos.',
  another: 'Começar de novo',
  failedTitle: 'Lamentamos, de momento não podemos fazer-lhe estas perguntas aqui',
} as const satisfies ConsultationMessages;
