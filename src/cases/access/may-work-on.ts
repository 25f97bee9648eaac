import type { Actor } from '../../engine/index.js';

/** The group of programs that take jobs. Operators are not in it: a job tells what its case is about. */
const workers = 'jobbarbeider';

/** Whether `actor` may take jobs of this type: as a worker for everything, or for this type only (`jobbarbeider:send-brev`). */
export const mayWorkOn = ({ groups }: Actor, type: string): boolean =>
  groups.includes(workers) || groups.includes(`${workers}:${type}`);
