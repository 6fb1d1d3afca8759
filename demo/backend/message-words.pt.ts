import type { LetterWords, MessageFacts, MessageWords } from './message-words.js';

const details = ({ when, place, reference }: MessageFacts): string =>
  [when, place, reference === undefined ? undefined : `Referência ${reference}`].filter(Boolean).join('\n');

const call = ({ phone }: MessageFacts): string[] =>
  phone === undefined ? [] : [`Também pode ligar-nos para o ${phone}.`];

const aftercare =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Depois da sua marcação em ${facts.clinic}`,
    paragraphs: [
      ...said,
      'Se algo causar preocupação, não espere pela próxima mensagem: a página diz a quem perguntar, e quando é urgente.',
      ...call(facts),
    ],
  });

const touchUp =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Um lembrete de ${facts.clinic}`,
    paragraphs: ['Pediu-nos que escrevêssemos por esta altura.', ...said, ...call(facts)],
  });

/** Portuguese, in the spelling of Portugal. */
export const pt: MessageWords = {
  language: 'pt',
  greeting: (name) => (name === '' ? 'Olá' : `Olá, ${name}`),
  closing: (clinic) => clinic,
  letters: {
    'booking.confirmed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: as suas ${facts.count} marcações a partir de ${facts.shortWhen}`
          : `${facts.clinic}: a sua marcação de ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'As suas marcações estão feitas.' : 'A sua marcação está feita.',
        details(facts),
        `O ficheiro anexo adiciona-${facts.count > 1 ? 'as' : 'a'} ao seu calendário.`,
        ...call(facts),
      ],
    }),
    'booking.requested': (facts) => ({
      subject: `${facts.clinic}: o seu pedido para ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'Recebemos o seu pedido. Os horários ficam guardados para si; passam a marcações quando os confirmarmos.'
          : 'Recebemos o seu pedido. O horário fica guardado para si; passa a marcação quando o confirmarmos.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.declined': (facts) => ({
      subject: `${facts.clinic}: o seu pedido para ${facts.shortWhen}`,
      paragraphs: [
        'Lamentamos: não podemos confirmar o seu pedido.',
        details(facts),
        facts.count > 1
          ? 'Estes horários já não estão reservados para si. Pode escolher outros ou falar connosco.'
          : 'O horário já não está reservado para si. Pode escolher outro ou falar connosco.',
        ...call(facts),
      ],
    }),
    'booking.moved': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: as suas marcações mudaram`
          : `${facts.clinic}: a sua marcação é para ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'As suas marcações mudaram. Ficam assim:'
          : 'A sua marcação tem outro horário. O anterior já não está guardado para si.',
        details(facts),
        `O ficheiro anexo altera-${facts.count > 1 ? 'as' : 'a'} no seu calendário.`,
        ...call(facts),
      ],
    }),
    'booking.cancelled': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: ${facts.count} marcações a partir de ${facts.shortWhen} canceladas`
          : `${facts.clinic}: marcação de ${facts.shortWhen} cancelada`,
      paragraphs: [
        facts.count > 1 ? 'Estas marcações estão canceladas:' : 'Esta marcação está cancelada:',
        details(facts),
        `Não precisa de fazer mais nada, e não receberá mais lembretes sobre ${facts.count > 1 ? 'elas' : 'ela'}.`,
        ...call(facts),
      ],
    }),
    'booking.renewed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: uma nova ligação para as suas marcações`
          : `${facts.clinic}: uma nova ligação para a sua marcação`,
      paragraphs: [
        facts.count > 1
          ? 'Aqui está uma nova ligação para as suas marcações. As ligações de e-mails anteriores já não funcionam; as marcações ficam como estão.'
          : 'Aqui está uma nova ligação para a sua marcação. As ligações de e-mails anteriores já não funcionam; a marcação fica como está.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.prepare': (facts) => ({
      subject: `${facts.clinic}: a sua marcação de ${facts.shortWhen}`,
      paragraphs: [
        'A sua marcação é daqui a uma semana.',
        details(facts),
        'Há coisas que convém começar já. A página abaixo indica-as dia a dia.',
        ...call(facts),
      ],
    }),
    'booking.remind': (facts) => ({
      subject: `${facts.clinic}: a sua marcação de ${facts.shortWhen}`,
      paragraphs: [
        'A sua marcação aproxima-se.',
        details(facts),
        'Se continua a dar-lhe jeito, diga-nos, por favor, com a primeira ligação abaixo; a marcação mantém-se também sem isso. Se não, avise-nos em breve, por favor, para outra pessoa poder ficar com o horário.',
        ...call(facts),
      ],
    }),
    'booking.aftercare-0': aftercare(
      'Agradecemos a sua visita.',
      'A página abaixo diz o que esperar nos próximos dias, e o que é melhor não fazer.',
    ),
    'booking.aftercare-4': aftercare(
      'Passaram alguns dias. O que há a fazer muda mais ou menos agora; a página abaixo indica-o.',
    ),
    'booking.aftercare-8': aftercare(
      'Passou pouco mais de uma semana. A página abaixo diz o que pode voltar a fazer, e o que tem de esperar.',
    ),
    'booking.aftercare-30': aftercare(
      'Passou um mês, e quase tudo a que tinha de ter atenção terminou. A página abaixo diz o que é bom manter.',
    ),
    'consultation.received': (facts) => ({
      subject: `${facts.clinic}: temos as suas respostas`,
      paragraphs: [
        'Agradecemos. As suas respostas chegaram. Vamos lê-las e entrar em contacto consigo.',
        'A ligação abaixo mostra o que aceitou. Aí pode retirar cada consentimento, também se alguém deu este endereço por engano.',
        ...call(facts),
      ],
    }),
    'waitlist.joined': (facts) => ({
      subject: `${facts.clinic}: confirme, por favor, que quer ficar na lista de espera`,
      paragraphs: [
        'Este endereço foi posto na nossa lista de espera. Confirme-o, por favor, no prazo de sete dias com a ligação abaixo: só então lhe escrevemos quando ficar livre um horário que lhe convenha.',
        'Se não fez este pedido, não precisa de fazer nada: não voltamos a escrever-lhe.',
        ...call(facts),
      ],
    }),
    'waitlist.removed': (facts) => ({
      subject: `${facts.clinic}: já não está na nossa lista de espera`,
      paragraphs: [
        'Retirámos o seu nome da nossa lista de espera, por isso já não lhe propomos horários. Agradecemos a sua paciência.',
        'Se quiser, escolha um horário ou fale connosco.',
        ...call(facts),
      ],
    }),
    'waitlist.offer': (facts) => ({
      subject: `${facts.clinic}: um horário para ${facts.shortWhen}`,
      paragraphs: [
        'Ficou livre um horário:',
        details(facts),
        `Fica guardado para si até ${facts.until ?? ''}. Se não o quiser, não precisa de fazer nada: perguntamos à pessoa seguinte.`,
        ...call(facts),
      ],
    }),
    'touch-up.signed': (facts) => ({
      subject: `Lembretes de ${facts.clinic}`,
      paragraphs: [
        'Pediu-nos um lembrete para quando for altura de voltar a ver. Assim faremos. A ligação abaixo mostra as datas e permite alterá-las.',
        'Se o pedido não foi seu, pare os lembretes com a ligação abaixo, e não terá mais notícias nossas.',
      ],
    }),
    'touch-up.check-6w': touchUp('É altura de ver como tudo estabilizou.'),
    'touch-up.review-12m': touchUp('É altura da revisão anual.'),
    'touch-up.refresh': touchUp('Talvez seja altura de voltar. O tempo que demora varia de pessoa para pessoa.'),
  },
  deposit: ({ text, reference }) =>
    [
      `Sinal: ${text}`,
      `Referência para o pagamento: ${reference}`,
      'Se já pagou o sinal, não precisa de fazer mais nada.',
    ].join('\n'),
  text(kind, { clinic, shortWhen }) {
    if (kind === 'touch-up.signed')
      return `${clinic}: enviaremos os lembretes que pediu. Para ver ou alterar as datas:`;
    return kind.startsWith('touch-up.')
      ? `${clinic}: o lembrete que pediu.`
      : `${clinic}: a sua marcação é para ${shortWhen}. Para a ver ou alterar:`;
  },
  links: {
    attend: 'Vou comparecer',
    deposit: 'Pagar o sinal',
    manage: 'Ver, mudar ou cancelar a sua marcação',
    preparation: 'Como se preparar',
    aftercare: 'O que fazer e o que esperar',
    booking: 'Fazer uma marcação',
    join: 'Sim, escrevam-me quando ficar livre um horário',
    offer: 'Ver e ficar com o horário',
    touchUp: 'Ver ou alterar os seus lembretes',
    consents: 'Ver ou retirar os seus consentimentos',
  },
  calendar: {
    title: (clinic) => `Marcação em ${clinic}`,
    reference: (reference) => `Referência ${reference}`,
    phone: (phone) => `Telefone ${phone}`,
  },
  stopNote: 'Recebe esta mensagem porque tem uma marcação connosco, ou pediu lembretes.',
  stopLink: 'Parar os lembretes',
  stopPage: {
    title: 'Parar os lembretes',
    question: 'Não quer receber mais lembretes nossos? As suas marcações ficam como estão.',
    button: 'Parar os lembretes',
    done: 'Não receberá mais lembretes.',
    kept: 'As suas marcações ficam como estão. Se alguma mudar ou for cancelada, dizemos-lhe na mesma.',
  },
  leaveNote: 'Recebe esta mensagem porque está na nossa lista de espera.',
  leaveLink: 'Sair da lista de espera',
  leavePage: {
    title: 'Sair da lista de espera',
    question: 'Quer sair da nossa lista de espera? Deixamos então de lhe propor horários.',
    button: 'Sair da lista',
    done: 'Já não está na nossa lista de espera.',
    again: 'Se entretanto voltou a inscrever-se, a ligação do nosso último e-mail permite-lhe sair.',
  },
  joinPage: {
    title: 'A nossa lista de espera',
    question: 'Quer que lhe escrevamos quando ficar livre um horário que lhe convenha?',
    phone: (phone) =>
      `Temos este número de telefone seu: ${phone}. Se não for o seu, não confirme e inscreva-se de novo com o seu.`,
    button: 'Sim, escrevam-me',
    done: 'Está na nossa lista de espera. Escrevemos-lhe quando ficar livre um horário que lhe convenha.',
    later:
      'Entretanto este endereço voltou a ser posto na nossa lista de espera. A ligação que conta é a do nosso e-mail sobre isso.',
    gone: 'Se ainda quiser esperar por um horário, pode voltar a inscrever-se na nossa lista de espera.',
  },
  attendPage: {
    title: 'A sua marcação',
    question: (when) => `A sua marcação é ${when}. Vai comparecer?`,
    button: 'Vou comparecer',
    done: (when) => `Agradecemos a confirmação. Contamos consigo: ${when}.`,
    changed: 'Entretanto esta marcação foi mudada ou cancelada. O nosso último e-mail diz como ficou.',
  },
  offerPage: {
    title: 'Um horário para si',
    question: (when, until) => `O horário de ${when} está guardado para si até ${until}. Quer ficar com ele?`,
    button: 'Ficar com este horário',
    booked: (when) => `O horário de ${when} está marcado. Um e-mail com os detalhes vai a caminho.`,
    requested: (when) => `Temos o seu pedido para ${when}. Um e-mail com os detalhes vai a caminho.`,
    onRequest: 'Passa a ser uma marcação quando o confirmarmos.',
    gone: 'Este horário já não está guardado para si.',
    waiting: 'Continua na lista de espera.',
    over: 'Não voltaremos a escrever-lhe sobre a lista de espera. Se quiser, escolha um horário ou fale connosco.',
  },
  noTexts: 'Sem mais SMS',
  consentPage: {
    title: 'O que aceitou',
    intro: 'Cada consentimento vale por si: pode retirar um a qualquer momento e os outros ficam como estão.',
    none: 'Não há nenhum consentimento seu registado.',
    of: {
      consultation: (date) => `Com as suas respostas de ${date}`,
      booking: (date) => `Com a sua marcação de ${date}`,
      waitlist: (date) => `Ao entrar na lista de espera em ${date}`,
    },
    reminders: 'Lembretes que pediu',
    names: {
      privacy: 'Uso dos seus dados',
      'health-data': 'O que nos diz sobre a sua saúde',
      'photos-assessment': 'Fotografias para aconselhamento',
      'photos-publication': 'Publicação das suas fotografias',
      'appointment-sms': 'SMS sobre as suas marcações',
      'marketing-email': 'Novidades e ofertas por e-mail',
      'marketing-sms': 'Novidades e ofertas por SMS',
    },
    given: (date, version) => `Dado em ${date} ao assinalar uma caixa no nosso site. Texto: ${version}`,
    withdrawn: {
      person: (date) => `Retirado por si em ${date}.`,
      clinic: (date) => `Anotado por nós como retirado, a seu pedido, em ${date}.`,
    },
    needed: 'Precisamos deste enquanto tiver uma marcação ou esperar por uma. Se quiser que termine, telefone-nos.',
    withdraw: 'Retirar',
    question: 'Quer retirar este consentimento?',
    effects: {
      privacy:
        'As suas respostas e fotografias, e com elas o seu nome e endereço, são apagadas de vez. As suas marcações ficam como estão; falamos então de tudo pessoalmente.',
      'health-data':
        'O que nos disse sobre a sua saúde e tudo o que escreveu por palavras suas é apagado de vez. As suas marcações ficam como estão; falamos então disso pessoalmente.',
      'photos-assessment': 'As suas fotografias são apagadas de vez. As suas marcações ficam como estão.',
      'photos-publication': 'A partir de agora não publicamos nenhuma fotografia sua e retiramos as publicadas.',
      'appointment-sms': 'Deixa de receber SMS sobre as suas marcações. Os e-mails continuam a chegar.',
      'marketing-email':
        'Deixa de receber novidades e ofertas por e-mail. As mensagens sobre as suas marcações continuam a chegar.',
      'marketing-sms':
        'Deixa de receber novidades e ofertas por SMS. As mensagens sobre as suas marcações continuam a chegar.',
    },
    reach: {
      email: 'Isto vale sempre que nos tenha dado o endereço de e-mail que recebeu esta ligação.',
      phone:
        'Isto vale sempre que nos tenha dado o número de telefone que recebeu esta ligação, se o escreveu da mesma forma, por exemplo com o indicativo do país.',
    },
    button: 'Retirar o consentimento',
    keep: 'Deixar como está',
    done: 'O consentimento foi retirado',
    erased: 'As suas respostas e fotografias foram apagadas',
    back: 'Voltar a todos os consentimentos',
    rights: 'Se quiser uma cópia de tudo o que guardamos sobre si, ou que apaguemos tudo, escreva-nos ou telefone-nos.',
  },
  wrongLink: 'Esta ligação não está completa, ou já não é usada.',
};
