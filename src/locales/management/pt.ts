import type { ManagementMessages } from './messages.js';

const days = (count: number): string => (count === 1 ? '1 dia' : `${count} dias`);

/** Portuguese, in the spelling of Portugal. */
export const pt = {
  title: (sessions) => (sessions === 1 ? 'A sua marcação' : 'As suas marcações'),
  session: (number, of) => `Sessão ${number} de ${of}`,
  status: { confirmed: 'Confirmada', requested: 'À espera da clínica', cancelled: 'Cancelada' },
  notice: {
    moved: 'Foi alterada. Enviamos-lhe um e-mail com o novo horário.',
    cancelled: 'Foi cancelada. Enviamos-lhe um e-mail a confirmar.',
    changed: 'Entretanto, isto foi alterado noutro sítio. Nada foi feito. Está assim neste momento.',
    gone: 'Isto já não pode ser alterado. Está assim neste momento.',
  },
  changeableUntil: (time) => `Pode mudar o horário ou cancelar aqui até ${time}.`,
  notChangeable: 'Já não pode ser alterada aqui. Ligue-nos, por favor.',
  move: 'Escolher outro horário',
  cancel: 'Cancelar',
  cancelAll: 'Cancelar tudo',
  updateCalendar: 'Atualizar o seu calendário',

  refusedTitle: 'Esta ligação não abre nada',
  refusedHint:
    'É possível que esteja incompleta, que seja demasiado antiga ou que outra mais recente a tenha substituído. Abra de novo a ligação do nosso último e-mail, por favor, ou ligue-nos.',
  failedTitle: 'De momento não é possível mostrar a sua marcação',

  timeTitle: 'Escolher outro horário',
  sofar: (time) => `Até agora: ${time}`,
  gap: {
    same: () => 'Este é o horário que já tem. Escolha outro, por favor.',
    'too-soon': (min) =>
      `A sua pele precisa de pelo menos ${days(min)} para cicatrizar depois da sessão anterior. Escolha um dia mais tarde, por favor.`,
    'too-late': (_, max) =>
      `Isto é mais de ${days(max)} depois da sessão anterior. Escolha um dia mais cedo, por favor, ou ligue-nos.`,
  },
  review: 'Continuar',
  planning: 'A ver as suas outras sessões',

  moveTitle: 'Mudar para este horário?',
  from: 'De',
  to: 'Para',
  followers: (min) =>
    `Entre sessões são precisos pelo menos ${days(min)}, para a sua pele poder cicatrizar. Estas também mudam:`,
  noTime: (session) =>
    `Não há nenhum horário livre que sirva para a sessão ${session}. Escolha outro dia, por favor, ou ligue-nos.`,
  moveConfirm: (sessions) => (sessions === 1 ? 'Mudar a marcação' : `Mudar ${sessions} sessões`),

  cancelTitle: (sessions) => (sessions === 1 ? 'Cancelar esta marcação?' : 'Cancelar estas marcações?'),
  cancelConfirm: (sessions) => (sessions === 1 ? 'Cancelar a marcação' : `Cancelar ${sessions} marcações`),
  keep: 'Manter',

  sending: 'A enviar',
  checking: 'Está a demorar mais do que o habitual. Estamos a verificar o que chegou.',
  unresolvedHint:
    'É possível que a sua alteração tenha chegado. Verifique de novo: nada é feito duas vezes. Se isso não ajudar, ligue-nos, por favor.',
} as const satisfies ManagementMessages;
