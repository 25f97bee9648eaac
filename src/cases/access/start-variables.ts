import type { Actor } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';
import type { StartRight } from './may-start.js';

/** Who starts what, how, on which day. */
export interface CaseStart {
  readonly process: string;
  readonly right: StartRight;
  readonly actor: Actor;
  readonly name: string;
  readonly today: LocalDate;
}

/** The variables that a case may begin with; all others come from tasks and services (workflows/README.md). */
const known: Readonly<Record<string, readonly string[]>> = {
  boligtildeling: ['soker', 'sokerNavn', 'mottattOn', 'bosituasjon', 'behov', 'onsker'],
  klage: ['soker', 'sokerNavn', 'hjemmel', 'klageMottattOn', 'klageTekst', 'innenFristen', 'utsattIverksetting'],
  vedlikehold: ['bygg', 'bolig', 'arbeid', 'beskrivelse', 'erFarlig', 'leietaker'],
  boligutvikling: ['prosjekt', 'antallBoliger', 'mangler'],
};

/** Names in `variables` that a case of this process cannot begin with. */
export function unknownStartVariables(process: string, variables: JsonObject): readonly string[] {
  const names = known[process] ?? [];
  return Object.keys(variables).filter((name) => !names.includes(name));
}

/**
 * Adds what the start itself says: an applicant's own case is about her and is received today, whatever she sent. A fault that a resident
 * reports is hers to call solved.
 */
export function startVariables(variables: JsonObject, { process, right, actor, name, today }: CaseStart): JsonObject {
  if (process === 'vedlikehold' && right === 'self') return { ...variables, leietaker: actor.id };
  if (process !== 'boligtildeling') return variables;
  if (right === 'self') return { ...variables, soker: actor.id, sokerNavn: name, mottattOn: today };
  return { mottattOn: today, ...variables };
}
