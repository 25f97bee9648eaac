import { localDateOf } from '../../engine/index.js';
import type { ActorDirectory } from '../../runtime/case-ports.js';
import type { HomeReader } from '../../runtime/homes/home-ports.js';
import { RegisterWork } from '../../runtime/jobs/job-handler.js';
import type { Job, JobAnswer } from '../../runtime/jobs/job-handler.js';
import type { PersonRegister } from '../../runtime/person-ports.js';
import { idOf } from '../../shared/id.js';
import { listOf, objectOf } from '../../shared/json.js';
import { moveChain, releaseChain, reserveChain } from './follow-chain.js';
import type { HindranceText, Link } from './follow-chain.js';

/** Where homes and names are read. */
export interface ChainParts {
  readonly homes: Pick<HomeReader, 'home'>;
  readonly directory: Pick<ActorDirectory, 'person'>;
  readonly persons: Pick<PersonRegister, 'person'>;
}

/**
 * Job `for-flyttekjede`: does what header `hendelse` says with the chain of moves in variable `lenker`. `les`: gives `ledd` (one for each
 * person, with names) and `hvemFlytter` (sentences). `reserver`, `frigi`, `flytt`: one step of the register of homes for all of them.
 */
export async function workOnChain(parts: ChainParts, job: Job): Promise<JobAnswer> {
  const links = linksOf(job);
  switch (job.headers['hendelse']) {
    case 'les':
      return read(parts, job, links);
    case 'reserver':
      return new RegisterWork(reserveChain(links, hindrance));
    case 'frigi':
      return new RegisterWork(releaseChain(links));
    case 'flytt': {
      const { flyttetOn } = job.variables;
      const movedOn = typeof flyttetOn === 'string' ? flyttetOn : localDateOf(job.at);
      return new RegisterWork(moveChain(links, movedOn, hindrance));
    }
    default:
      throw new Error(`Expected header 'hendelse' of '${job.node}' to be les, reserver, frigi or flytt`);
  }
}

// The ids are of the chain, so that a job that is tried again means the same reservations and leases.
function linksOf({ processInstanceId, node, variables: { lenker } }: Job): readonly Link[] {
  const links = listOf(lenker);
  if (links.length === 0) throw new Error(`Expected '${node}' to know who moves where ('lenker'), but it does not`);
  return links.map((link, at): Link => {
    const { person, til, fra } = objectOf(link);
    if (typeof person !== 'string' || typeof til !== 'string')
      throw new Error(`Expected number ${at + 1} of 'lenker' to have 'person' and 'til', but it has not`);
    return {
      person: idOf<'Actor'>(person),
      to: idOf<'Home'>(til),
      ...(typeof fra === 'string' && { from: idOf<'Home'>(fra) }),
      reservation: idOf<'Reservation'>(`${processInstanceId}-${at + 1}`),
      tenancy: idOf<'Tenancy'>(`${processInstanceId}-${at + 1}`),
    };
  });
}

async function read({ homes, directory, persons }: ChainParts, { tenant }: Job, links: readonly Link[]) {
  const nameOfHome = async (id: string) => (await homes.home(tenant, id))?.name ?? id;
  const ledd = await Promise.all(
    links.map(async ({ person, to, from }) => ({
      soker: person,
      sokerNavn:
        (await directory.person(tenant, person))?.name ?? (await persons.person(tenant, person))?.name ?? person,
      tilNavn: await nameOfHome(to),
      fraNavn: from === undefined ? null : await nameOfHome(from),
    })),
  );
  const hvemFlytter = ledd.map(({ sokerNavn, tilNavn, fraNavn }) =>
    fraNavn === null ? `${sokerNavn} flytter til ${tilNavn}` : `${sokerNavn} flytter fra ${fraNavn} til ${tilNavn}`,
  );
  return { ledd, hvemFlytter, hinder: null };
}

const reasons: Readonly<Record<string, string>> = {
  'dwelling-taken': 'er reservert eller leid ut til noen andre',
  'dwelling-frozen': 'ligger i et bygg der ingen får tildelt bolig nå',
  'dwelling-unfit': 'er ikke i bruk',
  'record-not-found': 'står ikke i boligregisteret',
  'register-input': 'kan ikke få denne datoen: den må være etter innflyttingen og senest i dag',
};

const hindrance: HindranceText = (reason, home) =>
  `${home} ${reasons[reason] ?? 'er endret i boligregisteret'}. Ingenting er ført.`;
