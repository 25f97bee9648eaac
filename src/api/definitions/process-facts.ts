import type { ExplanationWords } from '../../cases/deadlines/explanation-texts.js';
import { lengthText } from '../../cases/deadlines/length-text.js';
import { ruleInWords } from '../../cases/deadlines/rule-in-words.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { readerOf } from '../../cases/access/reader-of.js';
import type { ProcessFacts } from '../../contract/definition.contract.js';
import { describeProcess, ruleInForce } from '../../engine/index.js';
import type { DeadlineRule, FlowNode, ProcessDefinition } from '../../engine/index.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { startsOf } from '../rules/starts-of.js';
import { wordsFor } from '../views/view-context.js';

/** What a process is, in words: who has it, how it begins, its tasks with their deadlines, and how many cases the reader sees run. */
export async function processFacts(
  ports: ApiPorts,
  who: RequestActor,
  definition: ProcessDefinition,
): Promise<ProcessFacts> {
  const { key, hint, nodes } = definition;
  const [now, words, active, stuck] = await Promise.all([
    ports.clock.now(who.tenant),
    wordsFor(ports, who),
    ports.cases.list(readerOf(who), { process: key, state: 'active' }),
    ports.cases.list(readerOf(who), { process: key, state: 'incident' }),
  ]);
  const today = dateInNorway(now);
  return {
    about: hint.about ?? null,
    readers: [...hint.readers],
    attention: hint.attention === undefined ? null : lengthText({ period: hint.attention }, words),
    starts: startsOf(definition).map(({ name, text }) => ({ name, text })),
    tasks: [...nodes.values()].filter(isUserTask).map(({ id, name, candidateGroups, documentation, deadline }) => {
      const rule = deadline === undefined ? undefined : ruleInForce(ports.deadlines, deadline.rule, today);
      return {
        ...{ node: id, name, about: documentation ?? null },
        // Where the group is computed, it is known only when somebody gets the task.
        groups: candidateGroups.filter((group) => !group.startsWith('=')),
        deadline: rule === undefined ? null : { ...namedRule(rule, words), length: lengthText(rule.length, words) },
      };
    }),
    text: describeProcess(definition).map((line) => ({ ...line, next: [...line.next] })),
    running: runningByVersion([...active, ...stuck]),
  };
}

function namedRule(rule: DeadlineRule, { texts }: ExplanationWords) {
  const { id, name, law } = ruleInWords(rule, texts);
  return { rule: id, name, law };
}

const isUserTask = (node: FlowNode): node is FlowNode & { readonly kind: 'userTask' } => node.kind === 'userTask';

function runningByVersion(open: readonly CaseRow[]): ProcessFacts['running'] {
  const versions = [...new Set(open.map(({ version }) => version))].toSorted((one, other) => other - one);
  return versions.map((version) => ({ version, cases: open.filter((row) => row.version === version).length }));
}
