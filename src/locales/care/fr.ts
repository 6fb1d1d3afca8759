import type { CareMessages } from './messages.js';

const count = (days: number): string => (days < 2 ? `${days} jour` : `${days} jours`);

/** French. */
export const fr = {
  preparationTitle: 'Avant votre séance',
  aftercareTitle: 'Après votre séance',
  dayByDay: 'Jour après jour',
  session: (number, of, date) => (of > 1 ? `Séance ${number} sur ${of} : ${date}` : `Votre séance : ${date}`),
  disclaimer:
    'Ces informations sont générales. Ce que vous dit votre praticien ou votre médecin passe toujours en premier.',
  over: 'Aucune séance n’est à venir. Maintenant, il s’agit de bien cicatriser.',
  today: 'Aujourd’hui',
  inDays: (days) => (days === 1 ? 'Demain' : `Dans ${count(days)}`),
  relative: (from, until) => {
    if (until === Infinity) return `À partir du jour ${from}`;
    if (from === 0) return 'Le jour de votre séance';
    if (from < 0) return from === -1 ? 'La veille de votre séance' : `${count(-from)} avant votre séance`;
    return from === until ? `Jour ${from}` : `Jours ${from} à ${until}`;
  },
  dates: (from, until) => `Du ${from} au ${until}`,
  since: (from) => `À partir du ${from}`,
  earlier: 'Ce qui est derrière vous',
  expect: 'Ce qui est normal',
  do: 'À faire',
  avoid: 'À éviter',
  onlyFor: { shaved: 'Si vous avez choisi l’effet rasé :', density: 'Si vous gardez vos cheveux :' },
  nextSession: (date) => `Votre prochaine séance est le ${date}. Après elle, ces étapes recommencent.`,
  reschedule: 'Demandez un autre jour si vous avez',
  rescheduleHint:
    'Appelez dès que vous le remarquez. Il vaut mieux attendre que traiter une peau qui n’est pas en bon état.',
  reschedules: {
    sunburn: 'un coup de soleil sur le cuir chevelu',
    rash: 'une éruption, des boutons ou des plaies sur le cuir chevelu',
    cold: 'un rhume, la grippe ou de la fièvre',
    'new-medicine': 'un nouveau médicament, ou un changement de médicament',
  },
  preparation: {
    'moisturise-before': 'Hydratez votre cuir chevelu chaque jour, jusqu’à la veille.',
    'ask-medicine':
      'Si vous prenez de l’aspirine, de l’ibuprofène ou un médicament qui fluidifie le sang, parlez-en à votre médecin. N’arrêtez pas un médicament de vous-même.',
    'no-tanning': 'Le soleil sur votre cuir chevelu et les cabines de bronzage.',
    'keep-hair': 'Couper vos cheveux. Venez avec vos cheveux tels qu’ils sont.',
    'no-peels': 'Les peelings et gommages aux acides sur votre cuir chevelu.',
    'no-alcohol': 'L’alcool.',
    'no-caffeine': 'Le café, les boissons énergisantes et toute autre caféine.',
    'hair-as-told':
      'Laissez ou raccourcissez vos cheveux comme convenu avec votre clinique. En cas de doute, demandez-lui.',
    'shave-two-days-before': 'Rasez-vous la tête aujourd’hui, pour que la peau puisse se reposer avant la séance.',
    'shave-day-before': 'Rasez-vous la tête aujourd’hui.',
    'zero-clipper': 'Passez la tondeuse sans sabot. N’utilisez pas de rasoir.',
    'clinic-trims': 'Laissez vos cheveux tels qu’ils sont. Votre clinique les coupe.',
    'ask-before-trimming':
      'Votre cuir chevelu cicatrise encore. Demandez à votre clinique avant de couper ou de raser vos cheveux.',
    'wash-before': 'Lavez vos cheveux avec un shampooing doux.',
    'drink-water': 'Buvez beaucoup d’eau.',
    sleep: 'Couchez-vous à une bonne heure.',
    eat: 'Mangez avant de venir.',
    'clean-dry-head': 'Venez avec le cuir chevelu propre et sec.',
    'nothing-on-scalp': 'Le gel, les fibres, l’huile ou la lotion sur votre cuir chevelu.',
    'bring-photos': 'Apportez d’anciennes photos de vos cheveux, si vous le souhaitez, et un casque audio.',
    'take-time': 'Gardez votre journée libre. Une séance peut durer de 2 à 5 heures, avec des pauses.',
    'no-exercise': 'Le sport avant la séance.',
  },
  phases: {
    day0: 'Le jour même',
    dry: 'Garder au sec',
    rinse: 'De nouveau de l’eau',
    settle: 'La peau se stabilise',
    resume: 'Retour aux habitudes',
    stable: 'Cicatrisé',
    longterm: 'Pour les années à venir',
  },
  expected: {
    day0: 'Des rougeurs, un léger gonflement, une sensation de tiraillement. Une trace de sang ou de liquide clair. Les points paraissent foncés.',
    dry: 'Les rougeurs diminuent, chez la plupart en 2 à 3 jours. De toutes petites croûtes se forment.',
    rinse:
      'La peau pèle et démange un peu. Les points paraissent plus clairs à mesure que les croûtes tombent d’elles-mêmes.',
    settle: 'La couleur peut paraître pâle ou inégale. C’est normal à ce stade.',
    resume: 'La couleur s’égalise à mesure que la peau se renouvelle, en quatre semaines environ.',
    stable: 'Vous voyez le résultat cicatrisé après 4 à 6 semaines, parfois 8.',
    longterm: 'La couleur s’estompe lentement au fil des années.',
  },
  aftercare: {
    'clean-hands': 'Ne touchez votre cuir chevelu que s’il le faut, avec les mains propres.',
    'loose-hat': 'Portez dehors un chapeau propre et ample.',
    water: 'Buvez beaucoup d’eau.',
    rinse: 'Rincez à l’eau tiède et séchez en tamponnant avec une serviette propre.',
    moisturise: 'Appliquez une fine couche de crème hydratante sans parfum.',
    'mild-shampoo': 'Lavez délicatement avec un shampooing doux.',
    clip: 'Vous pouvez de nouveau utiliser la tondeuse, en douceur.',
    'keep-next': 'Prenez ou vérifiez la date de votre prochaine séance.',
    'look-together': 'Regardez le résultat avec votre clinique.',
    sunscreen: ({ spf }) =>
      `Au soleil, une protection solaire d’indice ${spf} ou plus, à renouveler toutes les deux heures. Ou un chapeau.`,
    'clip-often': 'Passez la tondeuse tous les deux ou trois jours, pour que cheveux et points s’accordent.',
    'no-touch': 'Arracher les croûtes, gratter et frotter.',
    'no-wet': 'L’eau sur votre cuir chevelu.',
    'no-shampoo': 'Le shampooing.',
    'no-sweat': 'Le sport et les gros efforts qui font transpirer.',
    'no-clippers': 'Le rasage et la tondeuse.',
    'no-razor': 'Le rasoir. La tondeuse suffit.',
    'no-heat': 'Le sauna et le hammam.',
    'no-pool': 'La piscine et la mer.',
    'no-sun': 'Le soleil direct sur votre cuir chevelu, et les cabines de bronzage.',
    'no-harsh': 'Les gommages, et les produits avec des acides, de l’alcool ou de la vaseline.',
    'no-minoxidil': 'Le minoxidil, si vous en utilisez. Demandez à qui vous l’a prescrit quand recommencer.',
    'no-sunbeds': 'Les cabines de bronzage.',
  },
  flagsTitle: 'Quand demander de l’aide',
  levels: {
    emergency: 'Urgence : appelez maintenant',
    'see-doctor': 'Voyez un médecin aujourd’hui',
    'call-clinic': 'Appelez votre clinique',
  },
  flags: {
    breathing: 'Du mal à respirer ou à avaler',
    'face-swelling': 'Un gonflement du visage, des lèvres ou de la gorge',
    fever: 'De la fièvre ou des frissons',
    spreading: 'Une rougeur ou des traînées rouges qui s’étendent',
    pus: 'Du pus',
    'hot-swelling': 'Une peau chaude, ou qui gonfle de plus en plus',
    'hard-skin': 'Une peau dure et en relief',
    lasting: 'Des troubles qui durent une semaine ou plus',
    'later-change': 'Des mois ou des années plus tard : un changement de la peau à cet endroit',
    'growing-soreness': 'Une rougeur ou une douleur qui augmente après le jour 3',
    'new-rash': 'Une éruption cutanée',
    'patchy-lumps': 'Des grosseurs, même petites',
  },
  emergency: (number) =>
    number === undefined
      ? 'Appelez le numéro d’urgence de votre pays : 112 en Europe, 999 au Royaume-Uni, 911 aux États-Unis.'
      : 'Appelez le',
  addToCalendar: 'Ajouter les étapes à mon agenda',
  calendarPreparation: 'Préparation de votre rendez-vous',
  calendarAftercare: 'Note après votre rendez-vous',
  print: 'Imprimer',
  sources: 'Sur quoi cela s’appuie',
} as const satisfies CareMessages;
