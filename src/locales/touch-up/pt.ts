import type { TouchUpMessages } from './messages.js';

/** Portuguese, in the spelling of Portugal. */
export const pt = {
  title: 'Quando voltar a ver',
  estimate: 'Uma estimativa, não uma promessa. O tempo que os pontos duram varia de pessoa para pessoa.',
  names: { check: 'Controlo', review: 'Primeira revisão', refresh: 'Renovação' },
  hints: {
    check: 'Os pontos estabilizaram, e a clínica vê se são precisos mais.',
    review: 'Para ver como os pontos se mantiveram.',
    refresh: 'Quando muitas pessoas pensam em renovar os pontos.',
  },
  about: (month) => `por volta de ${month}`,
  due: 'já, a qualquer momento',

  lastSession: 'Quando foi a sua última sessão?',
  lastSessionHint: 'Em caso de dúvida, basta um dia próximo.',
  counted: (day) => `A contar da sua última sessão: ${day}.`,
  lastSessionWrong: 'Indique o dia da sua última sessão, por favor, por exemplo um dos últimos anos.',

  refine: 'Adaptar melhor a si',
  stays: 'As suas respostas ficam nesta página. Não são guardadas nem enviadas.',
  unsure: 'Não sei',
  skin: 'O meu couro cabeludo é',
  skins: { dry: 'Seco', normal: 'Normal', oily: 'Oleoso' },
  sun: 'Apanha sol',
  suns: { low: 'Raramente', medium: 'Às vezes', high: 'Muito' },
  scar: 'Foi tratada uma cicatriz',
  scars: { yes: 'Sim', no: 'Não' },

  calendar: 'Adicionar ao meu calendário',
  calendarHint: 'Um ficheiro com estas datas para o seu próprio calendário. A clínica não fica a saber de nada.',
  calendarDone: 'O ficheiro de calendário está feito. Abra-o para adicionar as datas.',
  entry: (clinic) => (clinic === undefined ? 'Lembrete: ligar à clínica' : `Lembrete: ligar a ${clinic}`),
  entryNote: 'Um lembrete para cerca desta altura. Não foi feita nenhuma marcação.',
  book: 'Marcar um retoque',
  remind: 'Avisar-me',
} as const satisfies TouchUpMessages;
