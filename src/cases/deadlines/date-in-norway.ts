import { localDateOf } from '../../engine/index.js';
import type { Instant, LocalDate } from '../../shared/time.js';

/** The date that people in Norway have at an instant. */
export const dateInNorway = (at: Instant): LocalDate => localDateOf(at);
