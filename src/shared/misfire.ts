/**
 * What becomes of occurrences of a cycle that nobody was at work to ring: one ring for all of them, one ring for each with its own
 * due time, or none, so that the cycle goes on with its next occurrence.
 */
export type Misfire = 'one' | 'all' | 'none';
