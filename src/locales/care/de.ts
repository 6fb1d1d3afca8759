import type { CareMessages } from './messages.js';

/** After a preposition that takes the dative. */
const count = (days: number): string => (days === 1 ? '1 Tag' : `${days} Tagen`);

/** German. */
export const de: CareMessages = {
  preparationTitle: 'Vor Ihrer Sitzung',
  aftercareTitle: 'Nach Ihrer Sitzung',
  dayByDay: 'Tag für Tag',
  session: (number, of, date) => (of > 1 ? `Sitzung ${number} von ${of}: ${date}` : `Ihre Sitzung: ${date}`),
  disclaimer: 'Das sind allgemeine Informationen. Was Ihre eigene Fachkraft oder Arztpraxis Ihnen sagt, geht vor.',
  over: 'Es steht keine Sitzung mehr an. Jetzt geht es darum, dass alles gut heilt.',
  today: 'Heute',
  inDays: (days) => (days === 1 ? 'Morgen' : `In ${count(days)}`),
  relative: (from, until) => {
    if (until === Infinity) return `Ab Tag ${from}`;
    if (from === 0) return 'Der Tag Ihrer Sitzung';
    if (from < 0) return from === -1 ? 'Der Tag vor Ihrer Sitzung' : `${-from} Tage vor Ihrer Sitzung`;
    return from === until ? `Tag ${from}` : `Tag ${from} bis ${until}`;
  },
  dates: (from, until) => `${from} bis ${until}`,
  since: (from) => `Ab ${from}`,
  earlier: 'Was hinter Ihnen liegt',
  expect: 'Was normal ist',
  do: 'Tun',
  avoid: 'Vermeiden',
  onlyFor: { shaved: 'Wenn Sie den rasierten Look tragen:', density: 'Wenn Sie Ihr Haar behalten:' },
  nextSession: (date) => `Ihre nächste Sitzung ist am ${date}. Danach beginnen diese Schritte von vorn.`,
  reschedule: 'Bitten Sie um einen anderen Tag bei',
  rescheduleHint: 'Rufen Sie an, sobald Sie es bemerken. Warten ist besser, als kranke Haut zu behandeln.',
  reschedules: {
    sunburn: 'Sonnenbrand auf der Kopfhaut',
    rash: 'Ausschlag, Pickeln oder offener Haut auf der Kopfhaut',
    cold: 'Erkältung, Grippe oder Fieber',
    'new-medicine': 'einem neuen oder geänderten Medikament',
  },
  preparation: {
    'moisturise-before': 'Pflegen Sie Ihre Kopfhaut täglich mit Feuchtigkeitscreme, bis zum Tag davor.',
    'ask-medicine':
      'Wenn Sie Aspirin, Ibuprofen oder einen Blutverdünner nehmen, fragen Sie Ihre Ärztin oder Ihren Arzt danach. Setzen Sie kein Medikament selbst ab.',
    'no-tanning': 'Sonne auf der Kopfhaut und Solarium.',
    'keep-hair': 'Haare schneiden. Kommen Sie mit Ihrem Haar, wie es ist.',
    'no-peels': 'Säure- und Körnerpeelings auf der Kopfhaut.',
    'no-alcohol': 'Alkohol.',
    'no-caffeine': 'Kaffee, Energydrinks und anderes mit Koffein.',
    'hair-as-told':
      'Lassen oder kürzen Sie Ihr Haar so, wie Sie es mit Ihrer Klinik vereinbart haben. Im Zweifel fragen Sie nach.',
    'shave-two-days-before': 'Rasieren Sie heute Ihren Kopf, damit sich die Haut vor der Sitzung erholen kann.',
    'shave-day-before': 'Rasieren Sie heute Ihren Kopf.',
    'zero-clipper': 'Scheren Sie Ihr Haar mit der Maschine ohne Aufsatz. Nehmen Sie keine Klinge.',
    'clinic-trims': 'Lassen Sie Ihr Haar, wie es ist. Ihre Klinik kürzt es.',
    'ask-before-trimming': 'Ihre Kopfhaut heilt noch. Fragen Sie Ihre Klinik, bevor Sie Ihr Haar kürzen oder rasieren.',
    'wash-before': 'Waschen Sie Ihr Haar mit einem milden Shampoo.',
    'drink-water': 'Trinken Sie viel Wasser.',
    sleep: 'Gehen Sie rechtzeitig ins Bett.',
    eat: 'Essen Sie, bevor Sie kommen.',
    'clean-dry-head': 'Kommen Sie mit sauberer, trockener Kopfhaut.',
    'nothing-on-scalp': 'Gel, Streuhaar, Öl oder Lotion auf der Kopfhaut.',
    'bring-photos': 'Bringen Sie gern alte Fotos von Ihrem Haar und Kopfhörer mit.',
    'take-time': 'Halten Sie den Tag frei. Eine Sitzung kann 2 bis 5 Stunden dauern, mit Pausen.',
    'no-exercise': 'Sport vor der Sitzung.',
  },
  phases: {
    day0: 'Der Tag selbst',
    dry: 'Trocken halten',
    rinse: 'Wieder Wasser',
    settle: 'Beruhigen',
    resume: 'Zurück zum Alltag',
    stable: 'Verheilt',
    longterm: 'Für die Jahre danach',
  },
  expected: {
    day0: 'Rötung, eine leichte Schwellung, ein Spannungsgefühl. Eine Spur Blut oder klare Flüssigkeit. Die Punkte wirken dunkel.',
    dry: 'Die Rötung geht zurück, bei den meisten in 2 bis 3 Tagen. Winzige Krusten bilden sich.',
    rinse: 'Etwas Schuppung und Juckreiz. Die Punkte wirken heller, wenn die Krusten von selbst abfallen.',
    settle: 'Die Farbe kann blass oder ungleichmäßig wirken. Das ist in dieser Phase normal.',
    resume: 'Die Farbe wird gleichmäßiger, während sich die Haut erneuert, in etwa vier Wochen.',
    stable: 'Das verheilte Ergebnis sehen Sie nach 4 bis 6 Wochen, manchmal nach 8.',
    longterm: 'Die Farbe verblasst langsam im Lauf der Jahre.',
  },
  aftercare: {
    'clean-hands': 'Berühren Sie Ihre Kopfhaut nur, wenn es sein muss, und mit sauberen Händen.',
    'loose-hat': 'Tragen Sie draußen eine saubere, lockere Kopfbedeckung.',
    water: 'Trinken Sie viel Wasser.',
    rinse: 'Spülen Sie mit lauwarmem Wasser und tupfen Sie mit einem sauberen Handtuch trocken.',
    moisturise: 'Tragen Sie eine dünne Schicht Feuchtigkeitspflege ohne Parfüm auf.',
    'mild-shampoo': 'Waschen Sie sanft mit einem milden Shampoo.',
    clip: 'Sie können Ihr Haar wieder mit der Maschine scheren, vorsichtig.',
    'keep-next': 'Vereinbaren oder prüfen Sie den Termin Ihrer nächsten Sitzung.',
    'look-together': 'Sehen Sie sich das Ergebnis mit Ihrer Klinik an.',
    sunscreen: ({ spf }) =>
      `In der Sonne: Sonnencreme mit Lichtschutzfaktor ${spf} oder mehr, alle zwei Stunden neu. Oder eine Kopfbedeckung.`,
    'clip-often': 'Scheren Sie alle paar Tage, damit Haar und Punkte zusammenpassen.',
    'no-touch': 'Zupfen, kratzen und reiben.',
    'no-wet': 'Wasser auf der Kopfhaut.',
    'no-shampoo': 'Shampoo.',
    'no-sweat': 'Sport und schwere Arbeit, die Sie ins Schwitzen bringen.',
    'no-clippers': 'Rasieren und scheren.',
    'no-razor': 'Eine Klinge. Die Haarschneidemaschine reicht.',
    'no-heat': 'Sauna und Dampfbad.',
    'no-pool': 'Schwimmbad und Meer.',
    'no-sun': 'Direkte Sonne auf der Kopfhaut und Solarium.',
    'no-harsh': 'Körnerpeelings und Produkte mit Säuren, Alkohol oder Vaseline.',
    'no-minoxidil':
      'Minoxidil, falls Sie es verwenden. Fragen Sie dort, wo es Ihnen verschrieben wurde, wann Sie wieder beginnen.',
    'no-sunbeds': 'Solarium.',
  },
  flagsTitle: 'Wann Sie Hilfe holen',
  levels: {
    emergency: 'Notfall: sofort anrufen',
    'see-doctor': 'Heute noch ärztlich abklären lassen',
    'call-clinic': 'Rufen Sie Ihre Klinik an',
  },
  flags: {
    breathing: 'Atemnot oder Schluckbeschwerden',
    'face-swelling': 'Schwellung von Gesicht, Lippen oder Rachen',
    fever: 'Fieber oder Schüttelfrost',
    spreading: 'Rötung oder rote Streifen, die sich ausbreiten',
    pus: 'Eiter',
    'hot-swelling': 'Haut, die heiß ist oder immer mehr anschwillt',
    'hard-skin': 'Harte, erhabene Haut',
    lasting: 'Beschwerden, die eine Woche oder länger anhalten',
    'later-change': 'Monate oder Jahre später: eine Veränderung der Haut dort',
    'growing-soreness': 'Rötung oder Schmerzen, die nach Tag 3 zunehmen',
    'new-rash': 'Ein Ausschlag',
    'patchy-lumps': 'Knötchen, auch kleine',
  },
  emergency: (number) =>
    number === undefined
      ? 'Rufen Sie den Notruf Ihres Landes: 112 in Europa, 999 im Vereinigten Königreich, 911 in den USA.'
      : 'Wählen Sie',
  addToCalendar: 'Schritte in meinen Kalender eintragen',
  calendarPreparation: 'Vorbereitung auf Ihren Termin',
  calendarAftercare: 'Notiz nach Ihrem Termin',
  print: 'Drucken',
  sources: 'Worauf das beruht',
};
