import { openPause, type Deadline } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';

/** Whether the date that people work towards is over. While the clock stands nothing is late. */
export const isOverdue = ({ dueAt, pauses }: Deadline, now: Instant): boolean =>
  openPause(pauses) === undefined && dueAt <= now;
