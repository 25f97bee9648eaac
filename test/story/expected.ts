/** What people must be given or told in the story, and when. Dates: domain register §3.2 and §3.3. */
export const expected: readonly string[] = [];
