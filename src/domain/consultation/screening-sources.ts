/** A page that a row of the screening table rests on. */
export interface ScreeningSource {
  readonly name: string;
  readonly url: string;
}

/** What is said about one flag, and where. */
export interface ScreeningGround {
  /** How far the sources lie apart, and what the default makes of it. */
  readonly spread: string;
  readonly sources: readonly ScreeningSource[];
}

const KNOWN = {
  AAD: [
    'American Academy of Dermatology, care of tattooed skin',
    'thecalifornian.com/story/life/2014/09/17/tattooed-skin-needs-special-care/15735147/',
  ],
  'AA-VANC': ['Vanc Clinic, alopecia areata', 'vanc.clinic/knowledge/alopecia-areata-and-smp'],
  ACT1969: ['Tattooing of Minors Act 1969', 'legislation.gov.uk/ukpga/1969/24'],
  ARCH: ['Arch & Co Clinic', 'archandcoclinic.co.uk/blank-page'],
  AZPMU: [
    'AZPMU, allergic reactions and pigment testing',
    'azpmu.org/blogs/news/allergic-reactions-and-pigment-testing',
  ],
  BEAU: [
    'Beau Institute, intake forms',
    'beauinstitute.com/blog-posts/are-your-permanent-makeup-client-intake-forms-asking-the-right-questions',
  ],
  BEAUTYIMS: ['Beauty IMS, good candidates', 'beautyims.com/q-am-i-a-good-candidate-for-the-procedure/'],
  BELLA: ['Bella Faccia, contraindications', 'bellafacciapmu.com/contraindications-for-procedure/'],
  CARI: ['Cari Angel, contraindications', 'cariangel.com/healing-directions-and-contraindications/'],
  CHIC: ['Chic In, who is suitable', 'chicin.com.co/faq-items/todas-las-personas-son-aptas-para-la-micropigmentacion/'],
  CLOSE: ['Close Aesthetics, home patch test', 'closeaesthetics.com/home-patch-test'],
  DOLL: ['Dollish, candidates', 'dollishthebeautyco.com/pages/am-i-a-candidate'],
  'ENH-PRE': ['Enhanced Scalp, before a visit', 'enhancedscalp.com/resources/pre-care-instructions'],
  'FDA-FS': ['FDA, tattoos and permanent make-up', 'fda.gov/cosmetics/productsingredients/products/ucm108530.htm'],
  FINESSE: ['Finesse SMP, before and after', 'finessesmp.co.uk/scalp-micropigmentation-before-and-after-care/'],
  'HLQ-WC': [
    "Women's Center for Hair Loss, medical history",
    'womenscenterforhairloss.com/how-we-diagnose/medical-history',
  ],
  'HT-DRO': ['Dr.Oracle, micropigmentation after a transplant', 'droracle.ai/articles/862787'],
  'HT-FEAU': [
    'Dr Feau, micropigmentation after a transplant',
    'feau.com/question/when-can-i-do-smp-after-hair-transplant',
  ],
  HTX: ['Scalp Micro HTX, appointment policy', 'scalpmicrohtx.com/appointment-policies.html'],
  'ICO-COND': [
    'ICO, conditions for special category data',
    'ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/lawful-basis/special-category-data/what-are-the-conditions-for-processing',
  ],
  'ICO-RULES': [
    'ICO, rules on special category data',
    'ico.org.uk/for-organisations/guide-to-data-protection/guide-to-the-general-data-protection-regulation-gdpr/special-category-data/what-are-the-rules-on-special-category-data/',
  ],
  INKD: ['Inkd SMP, who it is not suitable for', 'inkdsmp.com.au/post/who-smp-is-not-suitable-for'],
  'ISO-CDT': [
    'Canadian Dermatology Today, procedures and isotretinoin',
    'canadiandermatologytoday.com/articles/dropping-the-delay-safety-of-procedural-interventions-during-and-after-isotretinoin-use/',
  ],
  'ISO-DON': ['Donovan Hair Clinic, isotretinoin', 'cutdoc.com/2022/09/29/yes-or-no-donovan-hair-clinic/'],
  'ISO-JCAS': ['J Cutan Aesthet Surg 2017;10:186', 'doi.org/10.4103/JCAS.JCAS_110_17'],
  JAIMIE: ['Jaimie Jolly, preparation and aftercare', 'jaimiejolly.com/smp-prep-and-aftercare'],
  JF: ['Consent form for micropigmentation', 'jotform.com/form-templates/preview/240631590778968'],
  KATS: ["Kat's Brow House, contraindications", 'katsbrowhouse.com/contraindications-list'],
  KLUGER: ['Kluger, tattooed skin and health', 'karger.com/books/book/174/chapter/5110374'],
  'KLUGER-ADIS': ['Kluger, contraindications of tattooing', 'link.springer.com/article/10.1007/s40267-018-0533-z'],
  LASHNJ: ['Lash and Brow Bar NJ, pre-procedure form', 'lashandbrowbarnj.com/pre-procedure-form/'],
  'LUD-HM': ['Hairmore, Ludwig scale', 'hairmore.info/science/ludwig-scale-female-hair-loss-2026/'],
  MAVEN: ['Maven Lash and Brow, before an appointment', 'mavenlashandbrow.com/copy-of-pre-appt'],
  MBE: ['MB Elegant Micro, repair', 'mbelegantmicro.ca/scalp-micropigmentation/smp-touch-up-repair/'],
  'MBE-PRE': ['MB Elegant Micro, preparation', 'mbelegantmicro.ca/scalp-micropigmentation/smp-precare/'],
  MICROB: ['Micro Barber, contraindications', 'microbarber.com/contraindictions'],
  MYTRANS: [
    'My Transformation, medical conditions',
    'mytransformation.com.au/medical-conditions-that-prohibit-scalp-micropigmentation/',
  ],
  NATINK: ['Natural Ink, contraindications', 'naturalinkspm.com/smp-contraindications'],
  NEWAGE: ['New Age Spa, aftercare', 'newagespa.ca/aftercare/scalp-micropigmentation/'],
  NHSBT: [
    'NHS Blood and Transplant',
    'blood.co.uk/news-and-campaigns/the-donor/latest-stories/ask-the-experts-spring-2022/',
  ],
  ONUR: ['Onur Akdeniz, who is not eligible', 'onurakdenizsmp.com/the-not-eligible-for-scalp-micropigmentation/'],
  PARSA: [
    'Parsa Mohebi, before the procedure',
    'parsamohebi.com/hair-loss/scalp-micro-pigmentation/before-scalp-micropigmentation/',
  ],
  'PSO-DOVE': ['Clin Cosmet Investig Dermatol, tattoos and psoriasis', 'doi.org/10.2147/CCID.S348165'],
  'PSO-HS': ['HelloSkin, tattoos and psoriasis', 'helloskin.co.uk/blogs/news/are-tattoos-safe-if-you-have-psoriasis'],
  'PSO-MIMS': [
    'MIMS, Koebner phenomenon on tattoos',
    'specialty.mims.com/topic/koebner-phenomenon-on-tattoos-may-occur-in-psoriasis-patients',
  ],
  PUREINK: ['Pure Ink, before and after care', 'pureinksmp.com/before-and-after-care/'],
  'REGROW-PSO': [
    'Regrow Hair, psoriasis',
    'regrowhair.com/is-the-hair-loss-treatment-scalp-micropigmentation-smp-safe-for-patients-with-scalp-psoriasis',
  ],
  RISE: ['Rise and Shine, contraindications', 'riseandshinepermanentmakeup.com/contraindications'],
  RUF: ['RU Facts, minoxidil', 'ru-facts.com/when-can-i-moisturise-after-smp/'],
  S1: ['Br J Dermatol 2011, S1 guideline on hair loss', 'staging.medscape.com/viewarticle/735007_6'],
  'SCAR-CTR': ['Scalp Micropigmentation Center, scars', 'scalpmicropigmentationcenter.com/micropigmentation/'],
  'SCAR-DM': ['DermMicro, scars', 'dermmicro.com/blogs/news/does-scalp-micropigmentation-work-for-scars'],
  'SCAR-FYN': ['Fyness Beauty, scarring', 'fynessbeauty.com/smp/scarring/'],
  'SCAR-GER': ['Gerow Hair Ink, scars', 'gerowhairink.com/factors-to-consider-before-camouflaging-scars-with-smp/'],
  SLEEK: ['Sleek SMP, candidates', 'sleeksmp.com/candidate-for-smp'],
  'SMD-MD': ['Scalp Micropigmentation MD', 'scalpmicropigmentationmd.com/who-should-not-get-scalp-micropigmentation/'],
  SMETHOD: ['Scalp Method, questions', 'scalpmethod.co/faq'],
  SMPAUS: ['SMP Australia, contraindications', 'smpaus.com.au/contraindications-for-scalp-micropigmentation/'],
  SMUSA: ['Scalp Micro USA, terms', 'scalpmicrousa.com/terms-conditions/'],
  ULTRA: ['Ultra Scalp Ink, patch test', 'ultrascalp-ink.co.uk/2024/01/03/4995/'],
  WYRE: ['Wyre Council, tattoo licence', 'wyre.gov.uk/licensing/skin-piercing-acupuncture-tattoo-licence/1'],
} as const satisfies Record<string, readonly [name: string, address: string]>;

const ground = (spread: string, ...keys: (keyof typeof KNOWN)[]): ScreeningGround => ({
  spread,
  sources: keys.map((key) => ({ name: KNOWN[key][0], url: `https://${KNOWN[key][1]}` })),
});

/**
 * Where each row of the built-in screening table comes from, by flag. Clinics contradict each other on most of them, and
 * few are medically strict: pregnancy, nursing, a much weakened immune system, scars of tumours. For clinics and
 * reviewers; no page loads it.
 */
export const SCREENING_SOURCES: Readonly<Record<string, ScreeningGround>> = {
  under18: ground(
    'Tattooing somebody under 18 is an offence in Great Britain whatever the parents say, and clinics elsewhere keep to 18 too.',
    'ACT1969',
    'WYRE',
    'HTX',
  ),
  pregnant: ground(
    'One of the few strict contraindications in the literature; studios wait until birth or up to six months after it.',
    'KLUGER-ADIS',
    'PUREINK',
    'MAVEN',
  ),
  breastfeeding: ground(
    'Strict in the literature; studios say anything from the first months to six months after the last feed.',
    'KLUGER-ADIS',
    'SMPAUS',
    'CHIC',
    'MAVEN',
  ),
  chemoRadio: ground(
    'Nobody treats during therapy; after it, waits run from five weeks to a year, often with a doctor’s note.',
    'ONUR',
    'ARCH',
    'CARI',
    'NATINK',
    'SMETHOD',
    'INKD',
    'KATS',
    'PUREINK',
  ),
  immunosuppressed: ground(
    'Strict when severe; for autoimmune disease some clinics ask for clearance and others decline.',
    'KLUGER-ADIS',
    'BELLA',
    'SMPAUS',
  ),
  bleedingDisorder: ground(
    'Several clinics decline, while the literature calls for care only.',
    'INKD',
    'NATINK',
    'KATS',
    'KLUGER',
  ),
  bloodThinners: ground(
    'From declining, over a doctor’s permission, to a mere word of warning.',
    'INKD',
    'NATINK',
    'BELLA',
    'MICROB',
    'FINESSE',
  ),
  diabetes: ground(
    'Some exclude one type or the other, some only diabetes that is not controlled; with insulin a clearance is usual.',
    'INKD',
    'SMPAUS',
    'SMETHOD',
    'PUREINK',
    'BELLA',
    'RISE',
  ),
  keloid: ground(
    'Some avoid it, some accept a doctor’s note, and raised scars have to be flat first.',
    'INKD',
    'SMD-MD',
    'PUREINK',
    'SCAR-FYN',
  ),
  isotretinoin: ground(
    'Studios wait six or twelve months; reviews of other procedures find little reason for a delay, and none looked at this one.',
    'BEAUTYIMS',
    'ARCH',
    'BELLA',
    'KATS',
    'RISE',
    'ISO-CDT',
    'ISO-JCAS',
    'ISO-DON',
  ),
  topicalRetinoidPeel: ground('Waits of three to eight weeks.', 'KATS', 'BELLA', 'LASHNJ'),
  activeScalpInfection: ground(
    'All agree that it has to heal first; recent antibiotics move a visit too.',
    'SLEEK',
    'INKD',
    'JAIMIE',
    'RISE',
  ),
  psoriasisEczemaSebDerm: ground(
    'Not strict: calm skin is worked on, active disease is left alone, and a flare where the needle went is possible.',
    'MICROB',
    'PARSA',
    'REGROW-PSO',
    'PSO-DOVE',
    'PSO-MIMS',
    'PSO-HS',
  ),
  vitiligoPihAlbinism: ground(
    'Decided from case to case by some, excluded in part by others.',
    'INKD',
    'NATINK',
    'MYTRANS',
  ),
  skinCancerMoles: ground(
    'A certificate after skin cancer, skin without moles for pigment, and none in the scar of a tumour.',
    'SMUSA',
    'AAD',
    'KLUGER-ADIS',
  ),
  sunburnTan: ground('Never on sunburn; after a tan, a week to a month.', 'MICROB', 'INKD', 'BELLA', 'ENH-PRE'),
  recentTransplant: ground(
    'Six months is the least that is named, twelve the most.',
    'SMETHOD',
    'SMPAUS',
    'HT-FEAU',
    'HT-DRO',
  ),
  recentScar: ground(
    'Six months or a year; a scar that is still pink has not settled.',
    'SCAR-DM',
    'SCAR-CTR',
    'SCAR-GER',
  ),
  laserRemoval: ground('Six weeks, eight weeks or ninety days.', 'MBE', 'BELLA', 'INKD'),
  botoxFiller: ground(
    'From one day to two months; two weeks is most common.',
    'DOLL',
    'BELLA',
    'KATS',
    'ARCH',
    'BEAUTYIMS',
  ),
  activeAlopeciaAreata: ground(
    'One clinic wants a year without change, another declines loss that may grow back.',
    'AA-VANC',
    'INKD',
  ),
  epilepsy: ground('Declined by some, accepted with a doctor’s note by others.', 'INKD', 'KATS', 'PUREINK', 'RISE'),
  heartBpPacemaker: ground(
    'A doctor’s permission, at times with antibiotics; one clinic declines.',
    'NATINK',
    'BELLA',
    'KATS',
  ),
  jointOrganTransplant: ground('Clearance, or medicine beforehand.', 'BELLA', 'BEAU'),
  allergy: ground(
    'One clinic declines after a reaction to ink; a patch test, mostly two days ahead, is usual.',
    'INKD',
    'AZPMU',
    'ULTRA',
    'CLOSE',
  ),
  minoxidil: ground(
    'A break of a day, of a week on either side, or through the whole course and a month more.',
    'FINESSE',
    'PARSA',
    'RUF',
  ),
  illnessIntox: ground('A visit is moved, or ends at the door.', 'RISE', 'JF', 'MBE-PRE'),
  trichotillomania: ground('One clinic declines; here the practitioner talks about it.', 'PUREINK'),
  upcomingMri: ground('Swelling or burning is rare; whoever scans should know.', 'FDA-FS', 'JF', 'FINESSE'),
  bloodDonor: ground(
    'Four months in the United Kingdom, although clinics often say six or twelve.',
    'NHSBT',
    'FINESSE',
    'NEWAGE',
  ),
  dermatologist: ground(
    'Sudden loss, a sore scalp, or a receding front line in women can point to causes that a doctor can treat.',
    'LUD-HM',
    'HLQ-WC',
    'AA-VANC',
    'S1',
  ),
  undisclosed: ground('Answering is free; nothing is decided by a machine on what was not said.', 'ICO-RULES'),
  'in-person': ground('Health data need a consent of their own, and without it the clinic asks in person.', 'ICO-COND'),
};
