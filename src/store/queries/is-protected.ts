/** Whether the person whom the case `c` is about has a protected address. */
export const isProtected = `coalesce(c.subject in (select boligflyt_protected_persons()), false) as "isProtected"`;
