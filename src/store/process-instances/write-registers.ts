import { isLocalDate } from '../../engine/index.js';
import { homeRegisters } from '../../runtime/homes/home-registers.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { Statement } from '../with-tenant.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';
import { newestToApprove } from './second-signers.js';
import { appealRegister } from './write-appeals.js';
import { applicationRegister } from './write-applications.js';

/** A completed task whose answers have a register. */
interface Entry {
  readonly id: string;
  readonly instance: string;
  readonly node: string;
  readonly register: string;
  readonly person: string | null;
  readonly content: JsonObject;
  readonly by: string;
  readonly at: string;
  /** The tasks whose decision this one approves, where the diagram names them. */
  readonly otherThan: string | null;
  /** The decision that the case is about, where it is an appeal. */
  readonly decision: Json;
}

/** Writes what was answered in tasks that have a register: the entry is there exactly when the step is. */
export const registerStatements = (tenant: TenantId, changes: readonly Change[]): readonly Statement[] =>
  changes
    .flatMap((change) => [...entriesOf(change), ...arrivalsMoved(change)])
    .flatMap((entry) => {
      const write = writers[entry.register];
      return write === undefined
        ? []
        : { name: write.name, text: write.text, values: [tenant, ...write.valuesOf(entry)] };
    });

const entriesOf = (change: Change): readonly Entry[] =>
  eventsOf(change, 'UserTaskCompleted').flatMap(({ userTaskId: id, node, variables: content, by, at }) => {
    const { register, otherThan = null } = change.facts.hints[node] ?? {};
    const { id: instance, subject: person = null } = change.after;
    const decision = variablesOf(change)['vedtak'] ?? null;
    const said = { id, instance, node, person, content, by, at, otherThan, decision };
    return register === undefined ? [] : [{ ...said, register }];
  });

const arrival = 'vedtak-mottatt';

/** A case that is put back to the task that waits for a letter, or after it with another day: what was written of its arrival goes with it. */
function arrivalsMoved({ command, facts, after: { id: instance } }: Change): readonly Entry[] {
  if (command.type !== 'ModifyProcessInstance') return [];
  const { actor, at } = command;
  return command.start
    .filter(({ node }) => facts.hints[node]?.register === arrival)
    .map(({ node, variables: content = {} }) => ({
      ...{ id: '', instance, node, register: arrival, person: null, content, by: actor.id, at },
      ...{ otherThan: null, decision: null },
    }));
}

const variablesOf = ({ after }: Change): JsonObject =>
  [...after.elements.values()].find(({ parentId }) => parentId === undefined)?.variables ?? {};

interface Writer {
  readonly name: string;
  readonly text: string;
  readonly valuesOf: (entry: Entry) => readonly unknown[];
}

const text = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

// What no form has asked for must not stop the others whose commands share the transaction.
const date = (value: Json | undefined): string | null =>
  typeof value === 'string' && isLocalDate(value) ? value : null;

/** What a decision says, whatever its form calls it. */
interface Said {
  readonly basis: string | null;
  readonly outcome: string | null;
  readonly reasons: string | null;
  readonly validTo: string | null;
}

/** `kind` is what it is called where its register has another name. */
const decide = (said: (content: JsonObject) => Said, kind?: string): Writer => ({
  name: 'insert-case-decision',
  text: `
    insert into case_decision (tenant, id, instance, node, kind, person, legal_basis, outcome, reasons, content, decided_by,
      decided_at, valid_to)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
  valuesOf: ({ id, instance, node, register, person, content, by, at }) => {
    const { basis, outcome, reasons, validTo } = said(content);
    return [
      id,
      instance,
      node,
      kind ?? register,
      person,
      basis,
      outcome,
      reasons,
      JSON.stringify(content),
      by,
      at,
      validTo,
    ];
  },
});

const saidOfHousing = (content: JsonObject): Said => ({
  basis: text(content['hjemmel']),
  outcome: text(content['resultat']),
  reasons: text(content['vedtakBegrunnelse']),
  validTo: null,
});

const housing = decide(saidOfHousing);

// Services are decided by one law only; a form without an outcome is for granting or prolonging them.
const services = decide((content) => ({
  basis: 'helse-og-omsorgstjenester',
  outcome: text(content['resultat']) ?? 'innvilget',
  reasons: text(content['tjenesteBegrunnelse']),
  validTo: date(content['tjenesterTilOn']),
}));

// A place to sleep is decided by one law only, also when it is another place than before.
const temporaryPlace = decide((content) => ({ ...saidOfHousing(content), basis: 'midlertidig-botilbud' }), 'vedtak');

// The decision that is missing where only a municipal home was answered.
const socialHousing = decide((content) => ({ ...saidOfHousing(content), basis: 'boligsosialloven' }), 'vedtak');

// What a party has paid to have a decision changed (forvaltningsloven § 36).
const costs = decide((content) => ({ ...saidOfHousing(content), basis: 'sakskostnader' }), 'vedtak');

// A home is given by the municipality's own rules, and only given: who does not get it is told so in the round.
const allocation = decide(
  (content) => ({ ...saidOfHousing(content), basis: 'kommunal-bolig', outcome: 'innvilget' }),
  'tildeling',
);

const record: Writer = {
  name: 'insert-case-record',
  text: `
    insert into case_record (tenant, id, instance, node, register, person, content, by, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  valuesOf: ({ id, instance, node, register, person, content, by, at }) => [
    ...[id, instance, node, register, person, JSON.stringify(content), by, at],
  ],
};

// What becomes of a decision is said of the newest one of the case.
const ofNewest = (name: string, set: string, valuesOf: Writer['valuesOf']): Writer => ({
  name,
  text: `
    update case_decision set ${set}
    where tenant = $1 and id = (
      select id from case_decision where tenant = $1 and instance = $2 and sent_back_at is null order by decided_at desc, id desc limit 1)`,
  valuesOf: (entry) => [entry.instance, ...valuesOf(entry)],
});

// What is sent back was a proposal: it stays, and is no decision.
const approve: Writer = {
  name: 'approve-case-decision',
  text: `
    update case_decision set approved_by = $4, approved_at = $5, sent_back_at = $6
    from (${newestToApprove('$1', '$2', '$3')}) as newest
    where case_decision.tenant = $1 and case_decision.id = newest.id`,
  valuesOf: ({ instance, otherThan, by, at, content }) => [
    ...[instance, otherThan],
    ...(content['godkjent'] === true ? [by, at, null] : [null, null, at]),
  ],
};

const quash: Writer = {
  name: 'quash-case-decision',
  text: `
    update case_decision set quashed_at = $3 where tenant = $1 and id = $2 and quashed_at is null and $4::boolean`,
  valuesOf: ({ decision, content, at }) => [text(decision), at, content['klageresultat'] === 'opphevet'],
};

const writers: Readonly<Record<string, Writer>> = {
  vedtak: housing,
  tjenestevedtak: services,
  'vedtak-midlertidig': temporaryPlace,
  'vedtak-boligsosial': socialHousing,
  'vedtak-tildeling': allocation,
  'vedtak-sakskostnader': costs,
  kartlegging: record,
  bestilling: record,
  'vedtak-godkjent': approve,
  [arrival]: ofNewest(
    'case-decision-reached',
    'reached_on = $3::date, reached_how = $4, reached_by = $5, reached_why = $6',
    ({ content, by }) => {
      const on = date(content['vedtakMottattOn']);
      if (on === null) return [null, null, null, null];
      const from = by === 'system' ? (text(content['mottakApnetAv']) ?? by) : by;
      return [on, text(content['mottakBevis']), from, text(content['mottakGrunn'])];
    },
  ),
  'klage-avgjort': quash,
  'begrunnelse-mottatt': ofNewest('case-decision-reasons-reached', 'reasons_reached_on = $3::date', ({ content }) => [
    date(content['begrunnelseMottattOn']),
  ]),
};

/** The registers that a diagram may name. */
export const registerNames: readonly string[] = [
  ...Object.keys(writers),
  applicationRegister,
  appealRegister,
  ...homeRegisters,
];
