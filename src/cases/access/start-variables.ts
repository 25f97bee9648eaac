import type { Actor } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import { crisisHelpOn, type DatedCrisisHelp } from '../crisis/crisis-help.js';
import { crisisRoute } from '../crisis/crisis-route.js';
import { dateInNorway } from '../deadlines/date-in-norway.js';
import type { StartRight } from './may-start.js';

/** Who starts what, how, when. */
export interface CaseStart {
  readonly process: string;
  readonly right: StartRight;
  readonly actor: Actor;
  readonly name: string;
  readonly now: Instant;
  readonly crisis: DatedCrisisHelp;
}

/** The variables that a case may begin with; all others come from tasks and services (workflows/README.md). */
const known: Readonly<Record<string, readonly string[]>> = {
  boligtildeling: ['soker', 'sokerNavn', 'mottattOn', 'bosituasjon', 'behov', 'onsker', 'manglerSted'],
  klage: ['soker', 'sokerNavn', 'hjemmel', 'klageMottattOn', 'klageTekst', 'innenFristen', 'utsattIverksetting'],
  'housing-first-inntak': ['soker', 'sokerNavn', 'mottattOn', 'onske'],
  'housing-first-tjenester': ['soker', 'sokerNavn', 'mottattOn'],
  bomiljo: ['bygg', 'slag', 'beskrivelse', 'gjelder', 'onsketMottaker', 'melder'],
  beboermote: ['bygg', 'grunn', 'nesteMoteOn'],
  tildelingsstans: ['bygg'],
  boligbytte: ['soker', 'sokerNavn', 'mottattOn', 'onske'],
  flyttekjede: ['lenker'],
  boligkarriere: ['soker', 'sokerNavn', 'innflyttetOn'],
  vedlikehold: ['bygg', 'bolig', 'arbeid', 'beskrivelse', 'erFarlig', 'leietaker'],
  'midlertidig-botilbud': ['soker', 'sokerNavn'],
  akuttovernatting: ['soker', 'sokerNavn'],
  tjenestevedtak: ['soker', 'sokerNavn', 'innflyttetOn'],
  avvikling: ['bygg', 'saksnummer'],
  utkastelse: ['soker', 'sokerNavn', 'bolig', 'leieforhold', 'grunn', 'forfaltOn'],
  oppsigelse: ['soker', 'sokerNavn', 'bolig', 'leieforhold'],
  flytteoppfordring: ['soker', 'sokerNavn', 'bolig', 'leieforhold', 'leietidUteOn'],
  sakskostnader: ['soker', 'sokerNavn', 'mottattOn', 'nyttVedtakMottattOn', 'utgifter'],
  retting: ['soker', 'sokerNavn', 'mottattOn', 'rettingDel', 'rettingFeil', 'rettingRiktig'],
  boligutvikling: ['prosjekt', 'antallBoliger', 'mangler'],
};

/** Whether a case of this process is about a lease, which it must then begin with. */
export const isAboutLease = (process: string): boolean => known[process]?.includes('leieforhold') ?? false;

/** Names in `variables` that a case of this process cannot begin with. */
export function unknownStartVariables(process: string, variables: JsonObject): readonly string[] {
  const names = known[process] ?? [];
  return Object.keys(variables).filter((name) => !names.includes(name));
}

/**
 * Adds what the start itself says: an applicant's own case is about her and is received today, whatever she sent; a need for a place to
 * sleep is heard by whoever has duty then; a fault that a resident reports is hers to call solved; who tells of an unsafe building is answered.
 */
export function startVariables(variables: JsonObject, start: CaseStart): JsonObject {
  const { process, right, actor, name, now, crisis } = start;
  const own = right === 'self' ? { soker: actor.id, sokerNavn: name } : {};
  const today = dateInNorway(now);
  switch (process) {
    case 'boligtildeling':
    case 'boligbytte':
    case 'housing-first-inntak':
    case 'housing-first-tjenester':
    case 'retting':
    case 'sakskostnader':
      return right === 'self' ? { ...variables, ...own, mottattOn: today } : { mottattOn: today, ...variables };
    case 'tjenestevedtak':
    case 'boligkarriere':
      return { innflyttetOn: today, ...variables, ...own };
    case 'midlertidig-botilbud':
      return { ...variables, ...own, meldtOn: today, kanal: crisisRoute(crisisHelpOn(crisis, today), now).channel };
    case 'bomiljo':
      return right === 'self' ? { ...variables, melder: actor.id } : variables;
    case 'vedlikehold':
      return right === 'self' ? { ...variables, leietaker: actor.id } : variables;
    default:
      return variables;
  }
}
