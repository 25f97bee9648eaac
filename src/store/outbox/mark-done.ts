/** Writes that effects of a municipality (`$1`) are done: those whose ids the SQL `ids` lists. What is done stays as it was. */
export const markDone = (ids: string): string => `
    update outbox set done_at = boligflyt_now(), claimed_until = null, failed_at = null
    where tenant = $1 and id = any(${ids}) and done_at is null`;
