import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import type { NeedReader, NeedsPicture, NeedsPictureBook } from '../../runtime/need-ports.js';
import { dateInNorway } from '../deadlines/date-in-norway.js';
import { housingNeeds, withoutSmallCells, type HousingNeed } from './housing-needs.js';
import { shownNeed } from './need-rules.js';
import type { NeedRules } from './need-rules.js';

/** What a picture of needs is fetched from. */
export interface FetchParts {
  readonly needsPictures: Pick<NeedsPictureBook, 'list'>;
  readonly needs: NeedReader;
  readonly needRules: NeedRules;
}

/**
 * Job `hent-behovsbilde`: gives the case what was known of needs when it was fetched, as lines that people read: `behovsbildeTall` of the newest
 * published picture, `behovNa` of the waiting list and the homes, and `behovKilde`, where both are from and of which day. Whoever may read
 * the case reads it, so small figures are hidden from everybody.
 */
export const createFetchNeeds =
  ({ needsPictures, needs, needRules }: FetchParts): JobHandler['run'] =>
  async ({ tenant, at }) => {
    const [pictures, waiting, homes] = await Promise.all([
      needsPictures.list(tenant),
      needs.waiting(tenant),
      needs.homes(tenant),
    ]);
    // A job that is repeated gives what was published when it was asked for, and nothing later.
    const picture = pictures.find(({ publishedAt }) => publishedAt <= at);
    const now = withoutSmallCells(housingNeeds(needRules, { waiting, homes }), needRules);
    return {
      behovsbildeTall: picture?.items.map((need) => `${need.name}: ${inWords(shownNeed(needRules, need))}`) ?? [],
      behovNa: now.map(lineOf),
      behovKilde: `${sourceOf(picture)} Ventelista og boligregisteret ${dateInNorway(at)}. Tall som viser færre enn ${needRules.smallestCell} personer, er skjult.`,
    };
  };

const inWords = (people: number | null): string => (people === null ? 'skjult' : String(people));

const lineOf = ({ name, waiting, stock, vacant }: HousingNeed): string =>
  `${name}: venter ${inWords(waiting)}, boliger ${stock}, ledige ${vacant}`;

const sourceOf = (picture: NeedsPicture | undefined): string =>
  picture === undefined
    ? 'Ingen behovsbilde er publisert.'
    : `Behovsbilde nr. ${picture.version}, publisert ${dateInNorway(picture.publishedAt)}.`;
