/** Who to turn to, the most urgent first. */
export const FLAG_LEVELS = ['emergency', 'see-doctor', 'call-clinic'] as const;
export type FlagLevel = (typeof FLAG_LEVELS)[number];

/** Signs that call for help. Always shown: no setting takes one out. */
export const RED_FLAGS = {
  emergency: ['breathing', 'face-swelling'],
  'see-doctor': ['fever', 'spreading', 'pus', 'hot-swelling', 'hard-skin', 'lasting', 'later-change'],
  'call-clinic': ['growing-soreness', 'new-rash', 'patchy-lumps'],
} as const satisfies Readonly<Record<FlagLevel, readonly string[]>>;
export type RedFlag = (typeof RED_FLAGS)[FlagLevel][number];
