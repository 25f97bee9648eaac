import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { keyRows } from '../../cases/waiting-list/priority/key-rows.js';
import { priorityKey } from '../../cases/waiting-list/priority/priority-rule.js';
import type { PriorityRuleView } from '../../contract/priority-rule.contract.js';
import type { WrittenDecision } from '../../runtime/decision-ports.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { systemActor } from '../../runtime/system-actor.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { proposalsFor, type Proposal } from '../rules/proposals.js';
import { viewContext, type ViewContext } from '../views/view-context.js';

/** The key that counts now, as a table; the versions before it; and the cases in which another one is, or was, proposed. */
export async function priorityRule(ports: ApiPorts, who: RequestActor): Promise<PriorityRuleView> {
  const [versions, proposals] = await Promise.all([
    ports.decisionBook.versionsOf(who.tenant, priorityKey),
    proposalsFor(ports, who, { process: 'prioriteringsregel' }),
  ]);
  const [current] = versions;
  if (current === undefined) throw problem('not-found');

  const people = versions.map(({ deployedBy }) => deployedBy);
  const [rows, context] = await Promise.all([keyRows(current.xml), viewContext(ports, who, people)]);
  return {
    version: current.version,
    rows: rows.map((row) => ({ ...row, limits: [...row.limits] })),
    versions: versions.map((one, index) => versionView(one, { next: versions[index - 1], proposals, context })),
    proposals: proposals.map(proposalView),
  };
}

/** A version of the key as DMN; 404 where there is none. */
export async function priorityRuleXml(
  { decisionBook }: Pick<ApiPorts, 'decisionBook'>,
  tenant: RequestActor['tenant'],
  version: number,
): Promise<string> {
  const versions = await decisionBook.versionsOf(tenant, priorityKey);
  const found = versions.find((one) => one.version === version);
  if (found === undefined) throw problem('not-found');
  return found.xml;
}

interface KnownOfVersion {
  readonly next: WrittenDecision | undefined;
  readonly proposals: readonly Proposal[];
  readonly context: ViewContext;
}

function versionView(
  { version, deployedAt, deployedBy }: WrittenDecision,
  { next, proposals, context }: KnownOfVersion,
): PriorityRuleView['versions'][number] {
  const adopted = proposals.find(({ variables }) => variables['regelVersjon'] === version);
  return {
    version,
    from: dateInNorway(deployedAt),
    to: next === undefined ? null : dateInNorway(next.deployedAt),
    by: deployedBy === systemActor.id ? null : context.nameOf(deployedBy),
    adoptedIn: adopted?.found.id ?? null,
  };
}

function proposalView({ found, variables }: Proposal): PriorityRuleView['proposals'][number] {
  const text = (name: string): string | null => (typeof variables[name] === 'string' ? variables[name] : null);
  return {
    processInstanceId: found.id,
    startedAt: found.startedAt,
    state: stateOf(found, variables),
    why: text('forslag') ?? '',
    proposedBy: text('foreslattAv') ?? '',
    comparison: text('sammenligning'),
    decidedWhy: text('regelBegrunnelse'),
  };
}

type ProposalState = PriorityRuleView['proposals'][number]['state'];

function stateOf({ state }: CaseWithRelations, { regelVersjon }: JsonObject): ProposalState {
  if (state === 'cancelled') return 'cancelled';
  if (state !== 'completed') return 'open';
  return typeof regelVersjon === 'number' ? 'adopted' : 'refused';
}
