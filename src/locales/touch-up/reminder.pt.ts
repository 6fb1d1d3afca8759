import type { TouchUpReminderMessages } from './reminder-messages.js';

/** Portuguese. */
export const reminderPt = {
  signUpTitle: 'Podemos avisar',
  ways: 'Como podemos avisar?',
  consents: {
    email: (clinic) =>
      `Por e-mail: ${clinic} pode escrever-me sobre estas datas, no máximo quatro vezes ao todo. Cada mensagem tem uma ligação para deixar de as receber.`,
    sms: (clinic) =>
      `Por SMS: ${clinic} pode enviar-me SMS sobre estas datas, no máximo quatro vezes ao todo. O meu operador pode cobrar os SMS. Cada um diz como deixar de os receber.`,
  },
  phoneHint: 'Apenas para estes avisos.',
  wayMissing: 'Assinale uma forma de receber os avisos ou adicione as datas ao seu próprio calendário',
  signUp: 'Avisar-me',
  sending: 'A enviar',
  notNow: 'Agora não',
  signedTitle: 'Vamos avisar',
  signedNext: (where) =>
    `Uma mensagem vai a caminho de ${where}. A ligação mostra as datas e permite alterá-las ou parar os avisos.`,
  unresolvedHint:
    'O seu pedido pode ter chegado. Envie-o de novo para ter a certeza: não receberá avisos em duplicado.',

  planTitle: 'Os seus avisos',
  planNext: (where) => `São enviados para ${where}. Sem a sua ligação, mais ninguém os pode ver ou alterar.`,
  passed: 'já passou',
  wrong: {
    invalid: (date) => `Indique uma data em «${date}»`,
    past: (date) => `Indique uma data futura em «${date}»`,
    order: (date) => `Indique em «${date}» uma data posterior à anterior`,
  },
  save: 'Guardar',
  stopTitle: 'Não receber mais avisos',
  stopHint: 'As marcações que fez mantêm-se.',
  stop: 'Parar todos os avisos',
  stoppedTitle: 'Os seus avisos pararam',
  stoppedHint: 'Não voltaremos a escrever. Se mudar de ideias, inscreva-se de novo quando quiser.',
  notice: {
    saved: 'As suas alterações foram guardadas.',
    unchanged: 'Não há nada para guardar: está tudo como antes.',
    changed: 'Entretanto, os avisos foram alterados noutro lugar. É assim que estão agora.',
  },
  refusedTitle: 'Esta ligação não funciona',
  refusedHint: 'Pode estar incompleta ou já não estar em uso. A nossa mensagem mais recente tem uma que funciona.',
  failedTitle: 'De momento não podemos mostrar os seus avisos',
} as const satisfies TouchUpReminderMessages;
