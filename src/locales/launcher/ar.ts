import type { LauncherMessages } from './messages.js';

/** Arabic. */
export const ar: LauncherMessages = {
  title: 'الاستشارة والحجز',
  close: 'إغلاق',
  loading: 'لحظة من فضلك',
  failed: 'تعذّر تحميل هذا الجزء. يُرجى التأكد من اتصالك بالإنترنت أو المحاولة مجددًا بعد لحظات.',
  retry: 'إعادة المحاولة',
  callUs: 'يمكنك أيضًا الاتصال بنا:',
  leavingTitle: 'لم تُرسَل إجاباتك بعد',
  leavingHint: 'تبقى هنا ما دامت هذه الصفحة مفتوحة، ويمكنك العودة إليها.',
  stay: 'متابعة الإجابة',
  leave: 'إغلاق الآن',
};
