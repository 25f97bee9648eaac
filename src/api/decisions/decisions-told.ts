import { mayBringAppeal, mayWriteDown } from '../../cases/access/may-read-decision.js';
import { mayReadLetter } from '../../cases/access/may-read-letter.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { rootVariables } from '../../cases/root-variables.js';
import type { CaseDecision } from '../../runtime/case-decision-ports.js';
import type { CaseRow, LetterRow } from '../../runtime/read-ports.js';
import type { Instant } from '../../shared/time.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import type { OpenCase } from './visible-decision.js';

/** What has come of the decisions of a case, as far as somebody may see it. */
export interface DecisionsTold {
  /** The letters of the case that are open to the reader, oldest first. */
  readonly letters: readonly LetterRow[];
  /** The appeals about the person that the reader may see, oldest first. */
  readonly appeals: readonly (CaseRow & { readonly decision: string })[];
  /** Whether the case waits for somebody to ask for reasons. */
  readonly awaitsReasons: boolean;
  readonly mayBringAppeal: boolean;
  readonly mayWriteDown: boolean;
  readonly now: Instant;
  /** From whom it is known that a decision reached the person, by name. */
  readonly reachedBy: (decision: CaseDecision) => Promise<string | null>;
}

/** Reads what has come of the decisions of a case that is open to `who`. */
export async function decisionsTold(ports: ApiPorts, who: RequestActor, found: OpenCase): Promise<DecisionsTold> {
  const { tenant, actor } = who;
  const { subject } = found;
  const about = subject === undefined ? undefined : { process: 'klage', subject };
  const [letters, waiting, cases, now] = await Promise.all([
    ports.cases.letters(tenant, found.id),
    ports.caseDecisions.awaited(tenant, found.id, 'krav-om-begrunnelse'),
    about === undefined ? [] : ports.cases.list(readerOf({ tenant, actor }), about),
    ports.clock.now(tenant),
  ]);
  const appeals = await Promise.all(cases.toReversed().map((row) => withDecision(ports, who, row)));
  return {
    letters: letters.filter(({ to }) => found.isShared || mayReadLetter(actor, found, to)),
    appeals: appeals.flatMap((appeal) => appeal ?? []),
    awaitsReasons: waiting !== undefined,
    mayBringAppeal: mayBringAppeal(actor, found),
    mayWriteDown: mayWriteDown(actor, found),
    now,
    reachedBy: async ({ reachedBy: id, reachedHow }) => {
      const isOpener = reachedHow === 'lastet-ned' || reachedHow === 'apnet';
      // Whom a decision is about is told which unit works with the case, and no names.
      if (id === undefined || id === 'system' || (!isOpener && (found.isOwn || found.isShared))) return null;
      return (await ports.people.person(tenant, id))?.name ?? id;
    },
  };
}

async function withDecision(ports: ApiPorts, { tenant }: RequestActor, row: CaseRow) {
  const decision = rootVariables(await ports.cases.snapshot(tenant, row.id))['vedtak'];
  return typeof decision === 'string' ? { ...row, decision } : undefined;
}
