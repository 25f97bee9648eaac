import { readDeadlineRegister } from '../../src/cases/deadlines/read-deadline-register.js';

/** The deadline register of workflows/, read and checked as at start-up. */
export const deadlineRegister = await readDeadlineRegister('workflows');
