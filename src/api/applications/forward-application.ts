import { unitsOf } from '../../cases/access/may-read-application.js';
import { groupName } from '../../cases/access/group-names.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import type { ForwardApplicationInput } from '../../contract/application.contract.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import type { ProcessDefinition } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import { beginCase } from '../process-instances/start-case.js';

/**
 * Sends an application on from the unit that it came to, to the one that answers it (veiledningsplikten, forvaltningsloven § 11): its case
 * begins, the receipt says who had it first, and every deadline runs from the day it came to the municipality.
 */
export async function forwardApplication(
  ports: ApiPorts,
  asked: AskedCommand,
  { person, name, askedFor, receivedOn }: ForwardApplicationInput,
): Promise<CommandAnswer> {
  const { tenant, actor } = asked.who;
  const definition = await latestOf(ports, tenant, askedFor);
  if (definition === undefined || !isApplied(definition)) throw refused('askedFor', 'Dette kan ingen søke om.');
  const belongsTo = definition.hint.readers[0];
  const receivedBy = unitsOf(actor).find((unit) => unit !== belongsTo);
  const isHere = belongsTo === undefined || actor.groups.includes(belongsTo);
  if (isHere || receivedBy === undefined) throw refused('askedFor', 'Søknaden hører til her. Start saken i stedet.');
  if (receivedOn > dateInNorway(await ports.clock.now(tenant)))
    throw refused('receivedOn', 'Datoen har ikke vært ennå.');

  const variables = { soker: person, sokerNavn: name, mottattOn: receivedOn };
  const forwarded = { mottattAv: receivedBy, videresendtFra: groupName(receivedBy) };
  return beginCase(ports, asked, { process: askedFor, variables: { ...variables, ...forwarded } });
}

/** What people apply for to other units than these, with the unit that answers it. */
export async function appliedForElsewhere(
  ports: Pick<ApiPorts, 'definitions' | 'definitionSource'>,
  tenant: TenantId,
  units: readonly string[],
): Promise<readonly { readonly process: string; readonly name: string; readonly unit: string }[]> {
  if (units.length === 0) return [];
  const rows = await ports.definitions.list(tenant);
  const latest = await Promise.all(
    rows.map(({ key, version }) => ports.definitionSource.load({ tenant, key, version })),
  );
  return latest.flatMap((definition) => {
    const unit = definition?.hint.readers[0];
    if (definition === undefined || unit === undefined || !isApplied(definition) || units.includes(unit)) return [];
    return [{ process: definition.key, name: definition.name, unit }];
  });
}

async function latestOf(ports: ApiPorts, tenant: TenantId, key: string): Promise<ProcessDefinition | undefined> {
  const versions = (await ports.definitions.versions(tenant, key)).map(({ version }) => version);
  return versions.length === 0
    ? undefined
    : ports.definitionSource.load({ tenant, key, version: Math.max(...versions) });
}

const isApplied = ({ nodes }: ProcessDefinition): boolean =>
  [...nodes.values()].some(({ kind, hint }) => kind === 'startEvent' && hint.register === 'soknad');

const refused = (path: string, message: string) => problem('invalid-input', { errors: [{ path, message }] });
