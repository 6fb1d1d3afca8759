import type { LauncherMessages } from './messages.js';

/** Portuguese. */
export const pt: LauncherMessages = {
  title: 'Consulta e marcação',
  close: 'Fechar',
  loading: 'Um momento',
  leavingTitle: 'As suas respostas ainda não foram enviadas',
  leavingHint: 'Ficam aqui enquanto esta página estiver aberta, por isso pode voltar a elas.',
  stay: 'Continuar a responder',
  leave: 'Fechar por agora',
};
