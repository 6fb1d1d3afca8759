/** Most days one slot query may span. */
export const MAX_QUERY_DAYS = 62;
/** Days a slot query without `to` spans. */
export const DEFAULT_QUERY_DAYS = 35;
/** Most slots one page may hold. */
export const MAX_PAGE_SLOTS = 5000;
