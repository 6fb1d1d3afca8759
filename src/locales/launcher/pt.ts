import type { LauncherMessages } from './messages.js';

/** Portuguese. */
export const pt: LauncherMessages = {
  title: 'Consulta e marcação',
  close: 'Fechar',
  loading: 'Um momento',
  failed: 'Não foi possível carregar esta parte. Verifique se está online ou tente de novo dentro de momentos.',
  retry: 'Tentar de novo',
  callUs: 'Também pode ligar-nos:',
  leavingTitle: 'As suas respostas ainda não foram enviadas',
  leavingHint: 'Ficam aqui enquanto esta página estiver aberta, por isso pode voltar a elas.',
  stay: 'Continuar a responder',
  leave: 'Fechar por agora',
};
