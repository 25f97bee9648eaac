import { readProposedRule } from '../../cases/waiting-list/priority/priority-rule.js';
import type { PriorityRule } from '../../cases/waiting-list/priority/priority-rule.js';
import { problem } from '../problem/problem.js';

/** The proposed key; 422 with what is wrong where it is none. */
export async function readRule(dmn: string): Promise<PriorityRule> {
  const reading = await readProposedRule(dmn);
  if (!reading.ok) throw problem('invalid-model', { detail: reading.problems.join(' ').slice(0, 2000) });
  return reading.rule;
}
