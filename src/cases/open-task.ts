import type { UserTaskRow } from '../runtime/read-ports.js';

/** Whether somebody still has to do a user task. */
export const isOpenTask = ({ state }: Pick<UserTaskRow, 'state'>): boolean =>
  state === 'created' || state === 'assigned';
