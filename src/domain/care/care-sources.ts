/** A page that rules rest on. */
export interface CareSource {
  readonly name: string;
  readonly url: string;
  /** What it is read for, by subject. */
  readonly for: readonly CareSubject[];
}

export type CareSubject = 'preparation' | 'aftercare' | 'red-flags';

const from = (name: string, address: string, ...subjects: CareSubject[]): CareSource => ({
  name,
  url: `https://${address}`,
  for: subjects,
});

/** What preparation, aftercare and red flags rest on. Clinics' own pages differ; hence the settings. */
export const CARE_SOURCES: readonly CareSource[] = [
  from('Enhanced Scalp, before a session', 'enhancedscalp.com/resources/pre-care-instructions', 'preparation'),
  from(
    'Finesse SMP, before and after',
    'finessesmp.co.uk/scalp-micropigmentation-before-and-after-care/',
    'preparation',
  ),
  from('Jaimie Jolly, preparation and aftercare', 'jaimiejolly.com/smp-prep-and-aftercare', 'preparation'),
  from(
    'Alpha Micropigmentation, before and after',
    'alphamicropigmentation.com/2019/12/05/scalp-micropigmentation-the-pre-and-post-procedure-care-tips/',
    'preparation',
  ),
  from('MB Elegant, before a session', 'mbelegantmicro.ca/scalp-micropigmentation/smp-precare/', 'preparation'),
  from('Pure Ink, before and after', 'pureinksmp.com/before-and-after-care/', 'preparation'),
  from('Scalp Genesis, what to expect', 'scalpgenesis.com/hello-world/', 'preparation'),
  from(
    'Parsa Mohebi, before a session',
    'parsamohebi.com/hair-loss/scalp-micro-pigmentation/before-scalp-micropigmentation/',
    'preparation',
    'aftercare',
  ),
  from('Rise and Shine, when to wait', 'riseandshinepermanentmakeup.com/contraindications', 'preparation'),
  from('Steady Micro, care', 'steadymicro.com/smp-care/', 'aftercare'),
  from('Enhanced Scalp, after a session', 'enhancedscalp.com/resources/post-care-instructions/', 'aftercare'),
  from(
    'Carolina Scalp Center, aftercare',
    'carolinascalpcenter.com/aftercare-advice-for-scalp-micropigmentation-clients/',
    'aftercare',
  ),
  from('New Age Spa, aftercare', 'newagespa.ca/aftercare/scalp-micropigmentation/', 'aftercare'),
  from('Hair Doctor NYC, how it heals', 'hairdoctornyc.com/scalp-micropigmentation-healing-process', 'aftercare'),
  from('Navdeep Hospital, scalp micropigmentation', 'navdeephospital.in/smp-scalp-micro-pigmentation/', 'aftercare'),
  from('Transplant Match, recovery', 'transplantmatch.com/guides/recovery/scalp-micropigmentation-smp', 'aftercare'),
  from('Sleek SMP, who it suits', 'sleeksmp.com/candidate-for-smp', 'aftercare'),
  from(
    'American Academy of Dermatology, care of tattooed skin',
    'thecalifornian.com/story/life/2014/09/17/tattooed-skin-needs-special-care/15735147/',
    'aftercare',
    'red-flags',
  ),
  from('Healthline, infected tattoos', 'healthline.com/health/tattoo-infection', 'red-flags'),
  from('WellSpan, tattoo problems', 'wellspan.org/health-library/Document.aspx?id=tatpb', 'red-flags'),
  from(
    'Cigna, tattoo problems',
    'cigna.com/individuals-families/health-wellness/hw/medical-topics/tattoo-problems-tatpb',
    'red-flags',
  ),
];

/** Where sources lie apart, and what the default makes of it, by setting. For clinics and reviewers. */
export const CARE_SPREADS = {
  shave:
    'Two days before, the day before, or clippers without a guard; some clinics trim themselves. Default: as the clinic says.',
  dryDays: '3 to 5 days. Default 4.',
  sweatDays: '5 to 10 days. Default 7.',
  shampooDay: 'From day 3 to day 10. Default 7.',
  moisturiserDay: 'From day 2 to day 6 or later. Default 5.',
  sunDays: '14 to 30 days. Default 30.',
  poolDays: '14 to 30 days. Default 30.',
  razorDays: 'From about day 10; others wait for two weeks. Default 14.',
  minoxidilDays: '7 to 30 days. Default 30.',
  alcoholHours: '24, 48 or 72 hours. Default 48.',
  caffeineHours: 'The night before, 24 hours or 3 days. Default 24 hours.',
  spf: 'Factor 30 by dermatologists; a clinic asks for 60. Default 30.',
} as const;
