/** Who to turn to. */
export type FlagLevel = 'emergency' | 'see-doctor' | 'call-clinic';

/** Signs that call for help, the most urgent first. Always shown: no setting takes one out. */
export const RED_FLAGS = {
  emergency: ['breathing', 'face-swelling'],
  'see-doctor': ['fever', 'spreading', 'pus', 'hot-swelling', 'hard-skin', 'lasting', 'later-change'],
  'call-clinic': ['growing-soreness', 'new-rash', 'patchy-lumps'],
} as const satisfies Readonly<Record<FlagLevel, readonly string[]>>;
export type RedFlag = (typeof RED_FLAGS)[FlagLevel][number];
