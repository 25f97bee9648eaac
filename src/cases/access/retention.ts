import type { Period } from '../../shared/time.js';

/** For how long it is remembered to whom a person's data was shown. */
export const keepReadsFor: Period = 'P5Y';
