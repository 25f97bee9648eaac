import type { SeededBug } from './seeded-bug.js';
import { seededEventBugs } from './seeded-event-bugs.js';
import { seededFlowBugs } from './seeded-flow-bugs.js';
import { seededScopeBugs } from './seeded-scope-bugs.js';

/** The bugs that the simulator must find. Each is made when the tests run, and is nowhere in the product. */
export const seededBugs: readonly SeededBug[] = [...seededFlowBugs, ...seededScopeBugs, ...seededEventBugs];
