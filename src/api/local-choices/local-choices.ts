import { mayUse } from '../../cases/access/may.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import {
  choiceNamespace,
  readLocalChoice,
  valueText,
  type LocalChoice,
} from '../../cases/local-choices/local-choice.js';
import type { LocalChoicesView, LocalChoiceView } from '../../contract/local-choice.contract.js';
import type { WrittenDecision } from '../../runtime/decision-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { proposalsFor, type Proposal } from '../rules/proposals.js';

/** The case in which a local choice is decided. */
export const choiceProcess = 'lokalt-valg';

/** What the municipality has chosen, the versions before it, and the proposals that nobody has decided. */
export async function localChoices(ports: ApiPorts, who: RequestActor): Promise<LocalChoicesView> {
  const [ids, proposals] = await Promise.all([
    ports.decisionBook.keysUnder(who.tenant, choiceNamespace),
    proposalsFor(ports, who, { process: choiceProcess, atMost: 100 }),
  ]);
  const read = ids.map(async (id) => choiceView(await ports.decisionBook.versionsOf(who.tenant, id), proposals));
  return { items: (await Promise.all(read)).flat(), canPropose: mayUse(who.actor, 'write', 'local-choice') };
}

async function choiceView(
  written: readonly WrittenDecision[],
  proposals: readonly Proposal[],
): Promise<readonly LocalChoiceView[]> {
  const read = await Promise.all(written.map(async (one) => ({ ...one, choice: await readLocalChoice(one.xml) })));
  const versions = read.flatMap(({ choice, ...one }) => (choice === undefined ? [] : [{ ...one, choice }]));
  const current = versions[0]?.choice;
  if (current === undefined) return [];

  const { id, question, why, value } = current;
  const ofChoice = proposals.filter(({ variables }) => variables['valg'] === id);
  return [
    {
      ...{ id, question, why, value },
      allowed: allowedView(current),
      versions: versions.map((one, at) => versionView(one, versions[at - 1], ofChoice)),
      proposals: ofChoice.filter(({ found }) => isOpen(found.state)).map(proposalView),
    },
  ];
}

function allowedView(choice: LocalChoice): LocalChoiceView['allowed'] {
  const { allowed } = choice;
  if (allowed.kind !== 'weekday') return allowed;
  return { kind: 'weekday', days: allowed.days.map((day) => ({ value: day, label: valueText(choice, day) })) };
}

const isOpen = (state: string): boolean => state !== 'completed' && state !== 'cancelled';

function versionView(
  { version, deployedAt, choice: { value, reason } }: WrittenDecision & { readonly choice: LocalChoice },
  next: WrittenDecision | undefined,
  proposals: readonly Proposal[],
): LocalChoiceView['versions'][number] {
  const adopted = proposals.find(({ variables }) => variables['valgVersjon'] === version);
  const to = next === undefined ? null : dateInNorway(next.deployedAt);
  return { version, value, reason, from: dateInNorway(deployedAt), to, adoptedIn: adopted?.found.id ?? null };
}

function proposalView({ found, variables }: Proposal): LocalChoiceView['proposals'][number] {
  const text = (name: string): string => String(variables[name] ?? '');
  const [value, why, proposedBy] = [text('valgNy'), text('valgForslag'), text('foreslattAv')];
  return { processInstanceId: found.id, startedAt: found.startedAt, value, why, proposedBy };
}
