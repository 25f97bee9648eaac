import { mayUse } from '../../cases/access/may.js';
import { overseerOfReads } from '../../cases/access/may-see-reads.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { fewestShown, suppressOne } from '../../cases/figures/suppress.js';
import { exceptionKindSchema } from '../../contract/exception.contract.js';
import type { ExceptionsQuery, ExceptionsView } from '../../contract/exception.contract.js';
import type { ExceptionalAct, ExceptionCount } from '../../runtime/exceptions/exception-ports.js';
import type { DeletedCaseRow } from '../../runtime/operations/operation-ports.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { Id } from '../../shared/id.js';
import { shownCases } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';

type Item = ExceptionsView['items'][number];
type NameOf = (id: Id<'Actor'>) => string;

/**
 * What was done otherwise than the rule is on these days: whole in cases that the reader sees whole, which is written down for the person;
 * without reason and title for who oversees; and as figures for everybody who may ask.
 */
export async function exceptionsReport(
  ports: ApiPorts,
  who: RequestActor,
  days: ExceptionsQuery,
): Promise<ExceptionsView> {
  const { tenant, actor } = who;
  const [acts, counts, allDeleted] = await Promise.all([
    ports.exceptions.between(tenant, days),
    ports.exceptions.counts(tenant, days),
    ports.eraser.deleted(tenant),
  ]);
  const deleted = allDeleted.filter(({ deletedAt }) => isWithin(dateInNorway(deletedAt), days));
  const ids = [...new Set(acts.map(({ processInstanceId }) => processInstanceId))];
  const shown = new Map((await shownCases(ports, who, { ids, part: 'exception' })).map((one) => [one.id, one]));
  const { nameOf } = await viewContext(ports, who, [
    ...acts.map((act) => act.actor),
    ...deleted.map(({ deletedBy }) => idOf<'Actor'>(deletedBy)),
  ]);

  const oversees = overseerOfReads(actor) !== undefined || mayUse(actor, 'read', 'operation');
  const seen = acts.filter((act) => oversees || shown.has(act.processInstanceId));
  const items = [
    ...seen.map((act) =>
      itemOf(act, { found: shown.get(act.processInstanceId), isOwn: act.actor === actor.id, nameOf }),
    ),
    ...(oversees ? deleted.map((row) => deletedItem(row, nameOf)) : []),
  ].toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return { fewestShown, items, counts: countsOf([...counts, { kind: 'delete', count: deleted.length }], items) };
}

const isWithin = (day: string, { from, to }: ExceptionsQuery): boolean => from <= day && day <= to;

/** What is few is told only to who sees each of them anyway. */
function countsOf(
  counts: readonly { readonly kind: ExceptionCount['kind'] | 'delete'; readonly count: number }[],
  items: readonly Item[],
): ExceptionsView['counts'] {
  return exceptionKindSchema.options.flatMap((kind) => {
    const count = counts.find((one) => one.kind === kind)?.count ?? 0;
    const seen = items.filter((item) => item.kind === kind).length;
    return count === 0 ? [] : [{ kind, count: seen === count ? count : suppressOne(count) }];
  });
}

/** What the reader sees of the case of an act, and whether it is their own: what they wrote themselves they may read. */
interface Seen {
  readonly found: CaseWithRelations | undefined;
  readonly isOwn: boolean;
  readonly nameOf: NameOf;
}

function itemOf({ id, kind, at, actor, reason }: ExceptionalAct, { found, isOwn, nameOf }: Seen): Item {
  const head = { id, kind, at, by: nameOf(actor) };
  return found === undefined
    ? { ...head, reason: isOwn ? reason : null, processInstanceId: null, title: null }
    : { ...head, reason, processInstanceId: found.id, title: found.title };
}

const deletedItem = ({ id, deletedAt, deletedBy, reason }: DeletedCaseRow, nameOf: NameOf): Item => ({
  ...{ id, kind: 'delete', at: deletedAt, by: nameOf(idOf(deletedBy)) },
  ...{ reason, processInstanceId: null, title: null },
});
