import type { HomeReader } from '../../runtime/homes/home-ports.js';
import { releaseKept } from '../../runtime/homes/release-kept.js';
import { releases } from '../../runtime/homes/home-record.js';
import type { Reservation } from '../../runtime/homes/home-record.js';
import type { RegisterChange, RegisterStep } from '../../runtime/homes/register-step.js';
import { RegisterWork } from '../../runtime/jobs/job-handler.js';
import type { Job, JobAnswer } from '../../runtime/jobs/job-handler.js';
import type { Id } from '../../shared/id.js';
import { idOf } from '../../shared/id.js';
import { isObject, listOf } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';

/**
 * Job `for-tilbud`: does what header `hendelse` says with the homes of an offer. `les`: gives `alternativer`, what the person chooses between,
 * and `tilbudteBoliger` (`{ id, navn }`), those of them that are in the register. `slipp-andre`: lets go of all that were not chosen
 * (`valgtBolig`); `slipp`: of all that the case keeps, as run out where nobody answered (`svar`: `ikke-svart`), or as header `grunn` says. What somebody let go of
 * already stays so.
 */
export async function workOnOffer(homes: Pick<HomeReader, 'home'>, job: Job): Promise<JobAnswer> {
  const { node, headers, variables } = job;
  switch (headers['hendelse']) {
    case 'les':
      return read(homes, job);
    case 'slipp-andre':
      return new RegisterWork(
        releaseOthers(
          offeredHomes(variables).flatMap(({ id, navn }) => (navn === variables['valgtBolig'] ? [] : [id])),
        ),
      );
    case 'slipp':
      return new RegisterWork(releaseKept(job.processInstanceId, endOf(job)));
    default:
      throw new Error(`Expected header 'hendelse' of '${node}' to be les, slipp-andre or slipp`);
  }
}

// Header `grunn` says it where the offer ends for another reason than its answer.
function endOf({ headers, variables }: Job): NonNullable<Reservation['released']> {
  const said = releases.find((reason) => reason === headers['grunn']);
  return said ?? (variables['svar'] === 'ikke-svart' ? 'utlopt' : 'nei');
}

/** A home of the register in an offer, and what the person reads. */
export interface OfferedHome {
  readonly id: Id<'Home'>;
  readonly navn: string;
}

/** The homes of the register that a case offers, as its job `for-tilbud` has read them. */
export const offeredHomes = ({ tilbudteBoliger }: JsonObject): readonly OfferedHome[] =>
  listOf(tilbudteBoliger).flatMap((home) => {
    if (!isObject(home)) return [];
    const { id, navn } = home;
    return typeof id === 'string' && typeof navn === 'string' ? [{ id: idOf<'Home'>(id), navn }] : [];
  });

async function read(homes: Pick<HomeReader, 'home'>, { tenant, variables }: Job): Promise<JsonObject> {
  const ids = listOf(variables['boliger']).filter(isText);
  const names = await Promise.all(ids.map(async (id) => (await homes.home(tenant, id))?.name ?? id));
  // Two homes may be called the same: the person must be able to choose one of them.
  const navnOf = (name: string, at: number): string =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${ids[at] ?? ''})`;
  const tilbudteBoliger = ids.map((id, at) => ({ id, navn: navnOf(names[at] ?? id, at) }));
  const alternativer = [
    ...tilbudteBoliger.map(({ navn }) => navn),
    ...listOf(variables['boligerUtenfor']).filter(isText),
  ];
  return { alternativer, tilbudteBoliger };
}

const isText = (value: Json): value is string => typeof value === 'string' && value.trim() !== '';

/** Lets go of those of these homes that the case keeps; leases and what others keep are not touched. */
const releaseOthers = (homes: readonly Id<'Home'>[]): RegisterStep => ({
  homes,
  decide: (records, { at, processInstanceId }) => {
    const changes = homes.flatMap((home): readonly RegisterChange[] => {
      const live = records.homes.get(home)?.reservation;
      if (live === undefined || live.decidedIn !== processInstanceId) return [];
      return [{ change: 'frigitt', home, reservation: { ...live, releasedAt: at, released: 'nei' } }];
    });
    return { ok: true, changes, gives: {} };
  },
});
