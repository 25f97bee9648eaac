import { addPeriod, daysBetween, localDateOf } from '../../engine/index.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { may, mayCount, mayUse } from '../../cases/access/may.js';
import { maySeeWhoWaits } from '../../cases/access/may-see-who-waits.js';
import { fewestShown } from '../../cases/figures/suppress.js';
import { mayTakeOutList } from '../../cases/waiting-list/may-take-out.js';
import type { PlacedEntry } from '../../cases/waiting-list/placed-entries.js';
import { waitingSince } from '../../cases/waiting-list/priority/circumstances.js';
import { passedOn, thresholdsOf } from '../../cases/waiting-list/long-waits/thresholds.js';
import { areaOf, countedBy, peopleWaiting, shownPeopleWaiting } from '../../cases/waiting-list/waiting-figures.js';
import type { WaitingEntryView, WaitingListQuery, WaitingListView } from '../../contract/waiting-list.contract.js';
import type { LastLook } from '../../runtime/attention-ports.js';
import type { BuildingRow } from '../../runtime/homes/home-ports.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import { shownCases } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { orderedList, placesSeen, textOf, typeIn, wantedAmong, type SeenEntry } from './seen-entries.js';

/**
 * The waiting list: in the order of the key for those who may see who waits, each by the cases they may see; what is shown of somebody is
 * written down for that person. Others who may count get figures of enough people; 404 for everybody else.
 */
export async function listWaiting(
  ports: ApiPorts,
  who: RequestActor,
  asked: WaitingListQuery,
): Promise<WaitingListView> {
  const { actor } = who;
  if (!mayCount(actor, 'waiting-list')) throw problem('not-found');

  const [list, thresholds] = await Promise.all([
    orderedList(ports, who.tenant),
    thresholdsOf(ports.decisionBook, who.tenant),
  ]);
  const { countedAt, ordered, buildings } = list;
  const mayTakeOut = mayTakeOutList(actor, ports.attention.leaders);
  const counted = { countedAt, ruleVersion: list.ruleVersion, smallestCell: fewestShown, mayTakeOut };
  const by = { thresholds, on: dateInNorway(countedAt) };
  if (!mayUse(actor, 'read', 'waiting-list')) {
    return {
      ...counted,
      ...shownPeopleWaiting(ordered, by),
      types: [],
      areas: [],
      found: null,
      items: null,
      next: null,
    };
  }
  const seen = await placesSeen(ports, who, ordered);
  const figures = peopleWaiting(maySeeWhoWaits(actor) ? ordered : seen, by);
  return {
    ...counted,
    ...figures,
    ...(await partOfList(ports, who, { seen, asked, buildings, countedAt, thresholds })),
  };
}

interface Asked {
  readonly seen: readonly SeenEntry[];
  readonly asked: WaitingListQuery;
  readonly buildings: readonly BuildingRow[];
  readonly countedAt: Instant;
  readonly thresholds: readonly number[];
}

async function partOfList(ports: ApiPorts, who: RequestActor, { seen, asked, ...known }: Asked) {
  const typeOf = typeIn(ports);
  const found = wantedAmong(ports, seen, asked);
  const page = found.slice(asked.offset, asked.offset + asked.limit);
  const end = asked.offset + page.length;
  return {
    types: countedBy(seen, typeOf).map(({ key: { id, name }, people }) => ({ id, name, people })),
    areas: countedBy(seen, ({ entry }) => areaOf(entry)).map(({ key: area, people }) => ({ area, people })),
    found: found.length,
    items: await rows(ports, who, { ...known, page, typeName: (one) => typeOf(one).name }),
    next: end < found.length ? end : null,
  };
}

interface Page {
  readonly page: readonly SeenEntry[];
  readonly buildings: readonly BuildingRow[];
  readonly countedAt: Instant;
  readonly thresholds: readonly number[];
  readonly typeName: (one: PlacedEntry) => string;
}

async function rows(ports: ApiPorts, who: RequestActor, { page, ...known }: Page): Promise<WaitingEntryView[]> {
  const ids = page.map(({ entry }) => entry.processInstanceId);
  const [shown, looks] = await Promise.all([
    shownCases(ports, who, { ids, part: 'waiting-list' }),
    ports.attention.book.lastLooks(who.tenant, ids),
  ]);
  const open = new Set(shown.map(({ id }) => id));
  const lookAt = new Map(looks.map((look) => [look.processInstanceId, look]));
  const seesHealth = may(who.actor, 'read', { data: 'health', isOfUnit: true });
  return page
    .filter(({ entry }) => open.has(entry.processInstanceId))
    .map((one) => entryView(one, { ...known, seesHealth, look: lookAt.get(one.entry.processInstanceId) }));
}

interface KnownOfEntry extends Omit<Page, 'page'> {
  readonly seesHealth: boolean;
  readonly look: LastLook | undefined;
}

function entryView(one: SeenEntry, { countedAt, thresholds, typeName, seesHealth, look, buildings }: KnownOfEntry) {
  const { place, entry, placement } = one;
  const { need } = entry;
  const [since, on] = [waitingSince(entry), dateInNorway(countedAt)];
  const building = buildings.find(({ id }) => id === need['bygg']);
  return {
    processInstanceId: entry.processInstanceId,
    title: entry.title,
    place,
    group: placement.group,
    reasons: [...placement.reasons],
    ruleVersion: placement.ruleVersion,
    fitsVacancy: placement.fitsVacancy ?? null,
    roundsMissed: entry.roundsMissed,
    waitingSince: since,
    waitedDays: daysBetween(since, on),
    thresholdMonths: passedOn(since, thresholds, on)?.months ?? null,
    lastReviewedOn: entry.lastReviewedOn ?? null,
    lookedAt: look?.lastAt ?? null,
    lookBy: look === undefined ? null : lookBy(look),
    isLeftAlone: (look?.level ?? 0) > 0,
    homeType: typeName(one),
    wanted: textOf(need['boligtype']),
    area: areaOf(entry) ?? null,
    must: {
      group: seesHealth ? textOf(need['boliggruppe']) : null,
      nightStaff: need['nattevakt'] === true,
      ownEntrance: need['egenInngang'] === true,
      avoids: textOf(need['maUnnga']) !== null,
      building: building?.name ?? textOf(need['bygg']),
    },
  };
}

const lookBy = ({ lastAt, every }: LastLook): LocalDate => addPeriod(localDateOf(lastAt), every);
