import type { Messages } from './messages.js';

const count = (number: number, one: string, other: string) => `${number} ${number === 1 ? one : other}`;
const minutes = (number: number) => count(number, 'minuto', 'minutos');
const remain = (number: number) => (number === 1 ? 'Resta' : 'Restam');

/** Portuguese, in the spelling of Portugal. */
export const pt = {
  language: 'pt',

  back: 'Voltar',
  continue: 'Continuar',
  retry: 'Tentar de novo',
  optional: 'opcional',
  loading: 'A procurar horários livres',
  wait: 'Um momento',
  callUs: 'Também pode ligar-nos:',

  chooseService: 'O que deseja marcar?',
  minutes,
  hours: (hours, rest) => count(hours, 'hora', 'horas') + (rest > 0 ? ` ${minutes(rest)}` : ''),
  mode: { 'in-person': 'Na clínica', video: 'Videochamada', phone: 'Chamada telefónica' },

  afterConsultation:
    'Pode ser marcado depois de o seu profissional falar consigo. Marque primeiro uma consulta, por favor.',
  underAge: 'É preciso ter 18 anos para marcar aqui. Pode ligar-nos quando quiser.',
  treatmentFrom: (date) => `De acordo com as suas respostas, os tratamentos começam a partir de ${date}.`,
  chooseTime: 'Escolha o dia e a hora',
  practitioner: 'Profissional',
  anyPractitioner: 'Sem preferência',
  location: 'Local',
  anyLocation: 'Qualquer local',
  clinicTime: (zone) => `As horas são as da clínica (${zone}).`,
  yourTime: (time) => `${time} na sua hora local`,
  previousWeek: 'Semana anterior',
  nextWeek: 'Semana seguinte',
  previousMonth: 'Mês anterior',
  nextMonth: 'Mês seguinte',
  showMonth: 'Mostrar o mês',
  showWeek: 'Mostrar a semana',
  free: (number) => count(number, 'livre', 'livres'),
  freeTimes: (number) =>
    number === 0 ? 'nenhum horário disponível' : count(number, 'horário disponível', 'horários disponíveis'),
  timesOn: (number, date) => `${count(number, 'horário', 'horários')} para ${date}`,
  noTimesOn: (date) => `Não há horários livres para ${date}.`,
  morning: 'Manhã',
  afternoon: 'Tarde',
  evening: 'Noite',
  holdTime: 'Guardar este horário',
  holding: 'Estamos a guardar-lhe este horário',
  timeMissing: 'Escolha um horário',
  fullyBooked: 'De momento não temos vagas',
  fullyBookedHint: 'Não há horários livres para marcar online. Outro profissional ou outro local pode ter alguns.',
  joinWaitlist: 'Entrar na lista de espera',

  lostTitle: 'Esse horário acabou de ser ocupado',
  lostHint: (time) => `Outra pessoa marcou antes de si o horário de ${time}. O que nos disse continua aqui.`,
  lostAlternatives: 'Os horários livres mais próximos são:',
  lostNone: 'Escolha outro horário abaixo, por favor.',

  held: (time) => `Estamos a guardar-lhe o horário de ${time}.`,
  heldMinutes: (number) => `${remain(number)} ${minutes(number)}`,
  heldSeconds: (whole, seconds) => `Restam ${whole}:${String(seconds).padStart(2, '0')}`,
  holdEnding: (seconds) =>
    `Podemos guardar o seu horário por mais ${seconds >= 60 ? minutes(Math.round(seconds / 60)) : count(seconds, 'segundo', 'segundos')}.`,
  holdEnded: 'Já não lhe guardamos este horário. É possível que ainda esteja livre.',
  extendHold: 'Guardar por mais tempo',
  holdAgain: 'Guardar de novo',

  yourDetails: 'Os seus dados',
  name: 'Nome completo',
  email: 'Endereço de e-mail',
  emailHint: 'Enviamos para aqui a confirmação.',
  phone: 'Número de telefone',
  phoneHint: 'Só para perguntas sobre esta marcação.',
  note: 'Há algo que devamos saber?',
  noteHint: 'Por favor, não inclua dados médicos. Perguntamos por eles em privado.',
  characters: (left) =>
    left >= 0
      ? `${remain(left)} ${count(left, 'carácter', 'caracteres')}`
      : `${count(-left, 'carácter', 'caracteres')} a mais`,
  privacyConsent: (clinic) => `Aceito que ${clinic} use os meus dados para organizar esta marcação.`,
  privacyPolicy: 'Política de privacidade',
  emailSuggestion: (address) => `Queria dizer ${address}?`,

  problemTitle: 'Há um problema',
  errorPrefix: 'Erro:',
  nameMissing: 'Escreva o seu nome completo',
  nameInvalid: 'O nome deve ter no máximo 120 caracteres',
  emailMissing: 'Escreva o seu endereço de e-mail',
  emailInvalid: 'Escreva um endereço de e-mail no formato correto, como nome@example.com',
  phoneMissing: 'Escreva o seu número de telefone',
  phoneInvalid: 'Escreva um número de telefone, como 210 000 000 ou +351 210 000 000',
  noteTooLong: 'A mensagem deve ter no máximo 1000 caracteres',
  consentMissing: 'Assinale a caixa para podermos organizar a sua marcação',

  checkTitle: 'Verifique as suas respostas',
  design: 'Desenho da linha frontal',
  designGoes: 'Segue também, tal como o escolheu',
  change: 'Alterar',
  service: 'Marcação',
  when: 'Quando',
  where: 'Onde',
  who: 'Com',
  notProvided: 'Não indicado',
  cancellationPolicy: 'Alterar ou cancelar',
  confirm: 'Confirmar a marcação',
  request: 'Pedir a marcação',
  sending: 'A enviar a sua marcação',
  checking: 'Está a demorar mais do que o habitual. Estamos a verificar a sua marcação.',
  unresolvedTitle: 'Ainda não tivemos resposta',
  unresolvedHint:
    'É possível que a sua marcação tenha chegado. Verifique de novo para saber: nada fica marcado duas vezes, e o que escreveu continua aqui.',
  checkAgain: 'Verificar de novo',

  confirmedTitle: 'A sua marcação está feita',
  requestedTitle: 'O seu pedido foi enviado',
  reference: 'A sua referência',
  confirmedNext: (address) =>
    `O endereço de e-mail que temos é ${address}. Guarde a referência para o caso de precisar de ligar.`,
  requestedNext: (address) =>
    `A clínica vai ver o seu pedido e escrever para ${address}. Até lá, o que escolheu fica guardado para si.`,
  whatNext: 'O que acontece a seguir',
  addToCalendar: 'Adicione-a ao seu calendário',
  calendarFile: 'Ficheiro de calendário (.ics)',
  calendarTitle: (clinic) => `Marcação em ${clinic}`,
  calendarReference: (reference) => `Referência ${reference}`,
  calendarPhone: (phone) => `Telefone ${phone}`,
  newTab: '(abre num novo separador)',
  bookAnother: 'Fazer outra marcação',

  waitlistTitle: 'Entrar na lista de espera',
  waitlistHint: 'Deixe os seus dados e a clínica entra em contacto quando ficar livre um horário.',
  waitlistedTitle: 'Está na lista de espera',
  waitlistedHint: (address) =>
    `A clínica vai escrever para ${address} quando ficar livre um horário. Se antes enviar uma ligação para confirmar, abra-a.`,

  failedTitle: 'Lamentamos, de momento não é possível marcar aqui',
  failedTimes: 'Não foi possível carregar os horários livres',
  errors: {
    network: 'A ligação perdeu-se. Verifique se está online e tente de novo.',
    timeout: 'O sistema da clínica não respondeu a tempo. Tente de novo, por favor.',
    'rate-limited': 'Houve demasiadas tentativas. Espere um pouco e tente de novo, por favor.',
    'not-found': 'O que esta página oferece já não pode ser marcado online.',
    unauthorized: 'Este horário já não está guardado para si. Escolha-o de novo, por favor.',
    unknown: 'Algo correu mal do nosso lado. O que escreveu continua aqui.',
  },
} as const satisfies Messages;
