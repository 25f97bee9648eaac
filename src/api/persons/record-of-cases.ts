import { partOfApplication } from '../../cases/access/part-of-application.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { basisInForce } from '../../cases/decisions/legal-bases.js';
import { awaitsSecond } from '../../cases/decisions/second-signature.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { ownWords } from '../../cases/forms/own-words.js';
import type { PersonRecord } from '../../contract/person-record.contract.js';
import type { CaseDecision, CaseRecord } from '../../runtime/case-decision-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import { lettersOf } from '../views/of-parts.js';
import { recordOfOffers } from './record-of-offers.js';

type OfCases = Pick<PersonRecord, 'cases' | 'ownWords' | 'offers' | 'decisions' | 'letters'>;

/** What is registered in the cases about a person. Whoever asks has been let into all of it, so it is asked for as that person. */
export async function recordOfCases(ports: ApiPorts, tenant: TenantId, person: Id<'Actor'>): Promise<OfCases> {
  const { caseDecisions, waitingList } = ports;
  const reader = readerOf({ tenant, actor: { id: person, groups: [] } });
  const found = await ports.cases.list(reader, { subject: person });
  const whole = found.filter(({ family }) => family !== partOfApplication);
  const ids = found.map(({ id }) => id);
  const [waiting, records, decisions, letters, tasks] = await Promise.all([
    Promise.all(whole.map(({ id }) => waitingList.find(tenant, id))),
    Promise.all(ids.map((id) => caseDecisions.recordsOf(tenant, id))),
    Promise.all(ids.map((id) => caseDecisions.ofCase(tenant, id))),
    lettersOf(ports, tenant, ids),
    ports.userTasks.ofCases(tenant, ids),
  ]);
  const formOf = (record: CaseRecord) => tasks.find((task) => task.id === record.id)?.form;
  const made = decisions.flat().filter((decision) => !awaitsSecond(ports.legalBases, decision));
  return {
    cases: whole.map((row, at) => caseOf(row, waiting[at]?.enteredAt)),
    ownWords: await Promise.all(
      records.flat().map((record) => wordsOf(ports, tenant, { record, form: formOf(record) })),
    ),
    offers: await recordOfOffers(ports, tenant, tasks),
    decisions: made.toSorted(byDay).map((decision) => decisionOf(ports, decision)),
    letters: letters
      .filter(({ to }) => to === undefined || to === person)
      .map(({ id, title, at }) => ({ id, title, sentAt: at })),
  };
}

const byDay = (one: CaseDecision, other: CaseDecision): number => one.decidedAt.localeCompare(other.decidedAt);

const caseOf = (row: CaseRow, waitingSince: string | undefined): PersonRecord['cases'][number] => ({
  ...{ id: row.id, title: row.title, about: row.processName, state: row.state, startedAt: row.startedAt },
  ...{ endedAt: row.endedAt ?? null, waitingSince: waitingSince ?? null, isJourney: row.family === 'applicant' },
});

async function wordsOf(
  { definitions }: Pick<ApiPorts, 'definitions'>,
  tenant: TenantId,
  { record, form: name }: { readonly record: CaseRecord; readonly form: string | undefined },
): Promise<PersonRecord['ownWords'][number]> {
  const { id, processInstanceId, register, at, content } = record;
  const form = name === undefined ? undefined : await definitions.form(tenant, name);
  return { id, processInstanceId, register, at, words: [...ownWords(form, content)] };
}

function decisionOf(
  { legalBases }: Pick<ApiPorts, 'legalBases'>,
  { id, processInstanceId, kind, legalBasis, outcome, decidedAt, reachedOn, validTo, quashedAt }: CaseDecision,
): PersonRecord['decisions'][number] {
  const basis = legalBasis === undefined ? undefined : basisInForce(legalBases, legalBasis, dateInNorway(decidedAt));
  return {
    ...{ id, processInstanceId, kind, decidedAt, legalBasis: basis?.name ?? null, outcome: outcome ?? null },
    ...{ reachedOn: reachedOn ?? null, validTo: validTo ?? null, quashedAt: quashedAt ?? null },
  };
}
