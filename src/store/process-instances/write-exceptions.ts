import type { Command } from '../../engine/index.js';
import {
  answeredExceptions,
  begunExceptions,
  exceptionKinds,
  givenExceptions,
  type ExceptionKind,
} from '../../runtime/exceptions/exception-kinds.js';
import type { TenantId } from '../../runtime/ports.js';
import { systemActor } from '../../runtime/system-actor.js';
import type { JsonObject } from '../../shared/json.js';
import type { Statement } from '../with-tenant.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';

interface ExceptionRow {
  readonly instance: string;
  readonly kind: ExceptionKind;
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
}

/** Writes what was done otherwise than the rule is, with who did it and why: it is there exactly when the step is. */
export function exceptionStatements(tenant: TenantId, changes: readonly Change[]): readonly Statement[] {
  const rows = changes.flatMap((change) => [
    ...givenIn(change),
    ...declaredIn(change),
    ...answeredIn(change),
    ...begunBy(change),
  ]);
  return rows.length === 0 ? [] : [{ name: 'insert-exceptional-acts', text, values: [tenant, JSON.stringify(rows)] }];
}

const text = `
  insert into exceptional_act (tenant, instance, kind, at, actor, reason)
  select $1, instance, kind, at, actor, reason
  from json_to_recordset($2) as w(instance text, kind text, at timestamptz, actor text, reason text)`;

function givenIn({ command, after }: Change): readonly ExceptionRow[] {
  if (!isGiven(command) || !('reason' in command) || command.reason === undefined) return [];
  const { type, at, actor, reason } = command;
  return actor.id === systemActor.id
    ? []
    : [{ instance: after.id, kind: givenExceptions[type], at, actor: actor.id, reason }];
}

const declaredIn = ({ request: { declares }, command: { type, actor, at }, after }: Change): readonly ExceptionRow[] =>
  declares === undefined || type !== 'RejectUserTask'
    ? []
    : [{ instance: after.id, kind: 'partiality-declared', at, actor: actor.id, reason: declares.reason }];

type GivenCommand = Extract<Command, { readonly type: keyof typeof givenExceptions }>;
const isGiven = (command: Command): command is GivenCommand => Object.hasOwn(givenExceptions, command.type);

const answeredIn = (change: Change): readonly ExceptionRow[] =>
  eventsOf(change, 'UserTaskCompleted').flatMap(({ node, variables, by, at }) =>
    reasonsIn(answeredExceptions, change.facts.hints[node]?.exception, variables).map((one) => ({
      ...{ instance: change.after.id, at, actor: by },
      ...one,
    })),
  );

function begunBy({ before, after, command: { actor, at }, facts }: Change): readonly ExceptionRow[] {
  if (before !== undefined) return [];
  const drawn = Object.values(facts.hints).map(({ exception = '' }) => exception);
  const root = [...after.elements.values()].find(({ parentId }) => parentId === undefined);
  return reasonsIn(begunExceptions, drawn.join(' '), root?.variables ?? {}).map((one) => ({
    ...{ instance: after.id, at, actor: actor.id },
    ...one,
  }));
}

// What a diagram names that is not in the table is refused by the test of the diagrams, not by the transaction.
function reasonsIn<Kind extends ExceptionKind>(
  table: Readonly<Record<Kind, (said: JsonObject) => string | undefined>>,
  drawn: string | undefined,
  said: JsonObject,
): readonly Pick<ExceptionRow, 'kind' | 'reason'>[] {
  const names = new Set(drawn?.split(/\s+/));
  return exceptionKinds.flatMap((kind) => {
    if (!names.has(kind) || !isIn(table, kind)) return [];
    const reason = table[kind](said);
    return reason === undefined ? [] : [{ kind, reason }];
  });
}

const isIn = <Kind extends ExceptionKind>(table: Readonly<Record<Kind, unknown>>, kind: ExceptionKind): kind is Kind =>
  Object.hasOwn(table, kind);
