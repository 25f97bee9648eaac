import type { Actor } from '../../engine/index.js';

/** Who may start what: on behalf of others, or for themselves only. */
export type StartRight = 'anyone' | 'self';

const rights: Readonly<Record<string, Readonly<Record<string, StartRight>>>> = {
  boligtildeling: { hvk: 'anyone', 'hvk-leder': 'anyone', soker: 'self' },
  'midlertidig-botilbud': {
    nav: 'anyone',
    'nav-leder': 'anyone',
    hvk: 'anyone',
    'hvk-leder': 'anyone',
    soker: 'self',
  },
  akuttovernatting: { botiltaksleder: 'anyone', nav: 'anyone', 'nav-leder': 'anyone' },
  boligutvikling: { prosjektleder: 'anyone', kd: 'anyone' },
  behovskartlegging: { kd: 'anyone' },
  avvikling: { kd: 'anyone', prosjektleder: 'anyone' },
  klage: { hvk: 'anyone', 'hvk-leder': 'anyone' },
  'housing-first-inntak': { hvk: 'anyone', 'hvk-leder': 'anyone', soker: 'self' },
  'housing-first-tjenester': { hvk: 'anyone', 'hvk-leder': 'anyone', soker: 'self' },
  tjenestevedtak: { hvk: 'anyone', 'hvk-leder': 'anyone' },
  bomiljo: {
    soker: 'self',
    hvk: 'anyone',
    'hvk-leder': 'anyone',
    bst: 'anyone',
    'bst-leder': 'anyone',
    botiltaksleder: 'anyone',
    'ambulant-team': 'anyone',
  },
  beboermote: { botiltaksleder: 'anyone', bst: 'anyone', 'bst-leder': 'anyone' },
  tildelingsstans: { 'bst-leder': 'anyone' },
  boligbytte: {
    hvk: 'anyone',
    'hvk-leder': 'anyone',
    'ambulant-team': 'anyone',
    botiltaksleder: 'anyone',
    soker: 'self',
  },
  sakskostnader: { hvk: 'anyone', 'hvk-leder': 'anyone', soker: 'self' },
  retting: { hvk: 'anyone', 'hvk-leder': 'anyone', soker: 'self' },
  flyttekjede: { bst: 'anyone', 'bst-leder': 'anyone' },
  boligkarriere: { hvk: 'anyone', 'hvk-leder': 'anyone', soker: 'self' },
  vedlikehold: {
    soker: 'self',
    vaktmester: 'anyone',
    'trondheim-eiendom': 'anyone',
    bst: 'anyone',
    'ambulant-team': 'anyone',
    botiltaksleder: 'anyone',
  },
  utkastelse: { 'trondheim-eiendom': 'anyone' },
  oppsigelse: { 'trondheim-eiendom': 'anyone' },
  flytteoppfordring: { 'trondheim-eiendom': 'anyone' },
  ventelisterunde: { bst: 'anyone', 'bst-leder': 'anyone' },
};

/** How `actor` may start the process, or undefined when not at all. Called processes are started by others only. */
export function mayStart(actor: Actor, process: string): StartRight | undefined {
  const granted = actor.groups.map((group) => rights[process]?.[group]);
  return granted.includes('anyone') ? 'anyone' : granted.find((right) => right !== undefined);
}

/** Every process that `actor` may start, and how. */
export const startsOf = (actor: Actor): readonly { readonly process: string; readonly right: StartRight }[] =>
  Object.keys(rights).flatMap((process) => {
    const right = mayStart(actor, process);
    return right === undefined ? [] : [{ process, right }];
  });
