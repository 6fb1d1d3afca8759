import type { LauncherMessages } from './messages.js';

/** Arabic. */
export const ar: LauncherMessages = {
  title: 'الاستشارة والحجز',
  close: 'إغلاق',
  loading: 'لحظة من فضلك',
  leavingTitle: 'لم تُرسَل إجاباتك بعد',
  leavingHint: 'تبقى هنا ما دامت هذه الصفحة مفتوحة، ويمكنك العودة إليها.',
  stay: 'متابعة الإجابة',
  leave: 'إغلاق الآن',
};
