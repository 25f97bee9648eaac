/** What somebody wrote, as part of a longer sentence: without the full stop at its end. */
export const withoutStop = (text: string): string => text.trim().replace(/\.$/, '');
