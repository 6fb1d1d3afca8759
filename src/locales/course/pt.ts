import type { CourseMessages } from './messages.js';

const sessions = (count: number): string => (count === 1 ? '1 sessão' : `${count} sessões`);
const days = (count: number): string => (count === 1 ? '1 dia' : `${count} dias`);

/** Portuguese, in the spelling of Portugal. */
export const pt = {
  chooseOffer: 'Que tratamento deseja?',
  suggested: 'Adequado ao que nos disse',
  sessions,
  forAll: (price) => `${price} no total`,

  firstTitle: 'Quando pode vir pela primeira vez?',
  sessionTitle: (number) => `Outro horário para a sessão ${number}`,
  sofar: (time) => `Até agora: ${time}`,
  session: (number, role) => (role === undefined ? `Sessão ${number}` : `Sessão ${number}: ${role}`),
  role: {
    foundation: 'base',
    density: 'densidade e tom',
    detail: 'pormenor e esbatimento',
    refine: 'últimos ajustes',
  },
  takeTime: 'Escolher este horário',
  takesTime: 'A procurar os outros horários',

  planTitle: 'As suas sessões',
  planHint: (min, max) =>
    `Propomos estes horários. A sua pele precisa de pelo menos ${days(min)} entre duas sessões; depois de ${days(max)} gostaríamos de falar primeiro consigo. Pode alterar cada um.`,
  daysAfter: (count) => `${days(count)} depois`,
  lost: 'Outra pessoa ocupou o horário anterior. Este é um novo.',
  moved: 'Este também teve de mudar. É um horário novo.',
  noTime: 'Ainda não foi encontrado um horário',
  planning: 'A procurar horários',
  changeTime: 'Alterar o horário',
  tooSoon: (min) =>
    `Demasiado cedo: a sua pele precisa de pelo menos ${days(min)} para cicatrizar. Escolha um dia mais tarde, por favor.`,
  tooLate: (max) =>
    `Demasiado tarde: mais de ${days(max)} depois da sessão anterior. Escolha um dia mais cedo, por favor.`,
  movesOthers: 'As sessões depois desta também mudariam.',
  unplannable: 'Não há horários que encaixem uns nos outros. Comece noutro dia, por favor, ou ligue-nos.',
  hold: 'Guardar estes horários',
  holding: 'A guardar os seus horários',
  held: (minutes) => `Os seus horários ficam guardados durante ${minutes === 1 ? 'um minuto' : `${minutes} minutos`}.`,
  heldEnded: 'Os seus horários já não estão guardados.',

  confirm: (count) => `Marcar ${sessions(count)}`,
  request: (count) => `Pedir ${sessions(count)}`,
  confirmedTitle: 'As suas sessões estão marcadas',
  requestedTitle: 'Recebemos o seu pedido',

  remainsTitle: 'Não foi possível marcar todas as sessões',
  remainsHint:
    'O tratamento não foi marcado. Mesmo assim, estas sessões mantêm-se. Ligue-nos, por favor, ou tente cancelá-las:',
  remainsCall:
    'O tratamento não foi marcado. Mesmo assim, estas sessões mantêm-se e não podem ser canceladas aqui. Ligue-nos, por favor, para falarmos sobre elas:',
  standing: 'Estas sessões já estão na nossa agenda:',
  cancelled: 'Nada está marcado: não foi possível marcar uma das sessões e, por isso, as outras foram canceladas.',
  tryAgain: 'Cancelá-las',
} as const satisfies CourseMessages;
