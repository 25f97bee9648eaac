import { freezeBuilding } from '../../cases/homes/freeze-building.js';
import { enterBuilding, enterHome } from '../../cases/homes/keep-homes.js';
import type { BuildingFacts } from '../../runtime/homes/building-record.js';
import type { HomeFacts } from '../../runtime/homes/home-record.js';
import type { RegisterDesk } from '../../runtime/homes/home-ports.js';
import type { RegisterStep } from '../../runtime/homes/register-step.js';
import type { TenantId } from '../../runtime/ports.js';
import { systemActor } from '../../runtime/system-actor.js';
import { idOf } from '../../shared/id.js';

/** A building of the demo, and the homes that are entered in it. */
interface DemoBuilding extends Pick<BuildingFacts, 'name' | 'groups' | 'responsibleUnit'> {
  readonly id: string;
  readonly more?: Partial<BuildingFacts>;
  readonly homes: number;
  readonly of?: Partial<HomeFacts>;
  /** Why nobody is given a home in it. */
  readonly frozen?: string;
}

// What KBT's report (1/2023) says of Trondheim's homes. How many there are is made up where it does not say so.
const unknown = { more: { synthetic: true }, homes: 4 };
const withBase = { erBofellesskap: true, egenskaper: ['base'] };
const buildings: readonly DemoBuilding[] = [
  {
    ...{ id: 'jar', name: 'Jarleveien 10', groups: ['rus'], responsibleUnit: 'rus', homes: 44 },
    more: {
      status: 'avvikles',
      capacity: 44,
      source: 'S4:175, 194, 201, 643',
      notes: 'Halve bygget er skadet av brann.',
    },
    frozen: 'Botilbudet avvikles (sak 198/21), og halve bygget er skadet av brann.',
  },
  {
    ...{ id: 'inn', name: 'Innherredsveien', groups: ['rus'], responsibleUnit: 'rus', homes: 0 },
    more: { status: 'planlagt', capacity: 14, source: 'S4:237, 643', notes: 'Planlagt med base, aldri tatt i bruk.' },
  },
  {
    ...{ id: 'go91', name: 'Gamle Oslovei 91–93', groups: ['rus', 'rop', 'kvinner'], responsibleUnit: 'rus', homes: 7 },
    more: { capacity: 7, constraints: { kjonn: 'kvinne' }, source: 'S4:176, 411–415' },
    of: { erBofellesskap: true, egenskaper: ['fellesareal i hver etasje'] },
  },
  {
    ...{ id: 'bis', name: 'Bispegata 9', groups: ['rus', 'ungdom'], responsibleUnit: 'rus', homes: 9 },
    more: { capacity: 9, source: 'S4:177, 381' },
    of: { boligtype: 'Hybel', bruksareal: 18 },
  },
  ...[1, 2, 3, 4, 5, 6].map((tun) => ({
    ...{ id: `smh-${tun}`, name: `Småhus tun ${tun}`, groups: ['rus', 'rop'], responsibleUnit: 'rus', homes: 3 },
    more: { capacity: 3, source: 'S4:178, 239, 441' },
    of: { boligtype: 'Småhus', bruksareal: 40, egenskaper: ['egen inngang'] },
  })),
  {
    ...{ id: 'sml', name: 'Småhus Lade', groups: ['kvinner'], responsibleUnit: 'rus', homes: 3 },
    more: { capacity: 3, constraints: { kjonn: 'kvinne' }, source: 'S4:209, 488' },
    of: { boligtype: 'Småhus', bruksareal: 40, egenskaper: ['egen inngang'] },
  },
  {
    ...{
      id: 'hfb',
      name: 'Housing First i borettslag',
      groups: ['rus', 'rop'],
      responsibleUnit: 'ambulant-team',
      homes: 20,
    },
    more: {
      ...{ owner: 'borettslag', synthetic: true, source: 'S4:201, 214, 240' },
      repairRules: [{ work: 'fellesareal', responsible: 'borettslag' }],
    },
    of: { disposisjonsform: 'Andel eid av kommunen' },
  },
  { id: 'hav', name: 'Havsteinekra 13', groups: ['rop'], responsibleUnit: 'btt', ...unknown, of: withBase },
  { id: 'go2', name: 'Gamle Oslovei 2A', groups: ['psykisk-helse'], responsibleUnit: 'btt', ...unknown, of: withBase },
  { id: 'ton', name: 'Tonstadbrinken', groups: ['psykisk-helse'], responsibleUnit: 'btt', ...unknown, of: withBase },
  {
    ...{ id: 'klb', name: 'Klæbuveien', groups: ['psykisk-helse', 'rop'], responsibleUnit: 'btt', ...unknown },
    of: { ...withBase, egenskaper: ['base', 'nattevakt'] },
  },
  {
    ...{
      id: 'kcj',
      name: 'Kong Carl Johans arbeidsstiftelse',
      groups: ['psykisk-helse'],
      responsibleUnit: 'phr',
      homes: 4,
    },
    more: { owner: 'stiftelse', synthetic: true, source: 'S4:245, 253' },
    of: { disposisjonsform: 'Tilvisningsrett' },
  },
  {
    ...{ id: 'hrb', name: 'Herberget', groups: ['menn'], responsibleUnit: 'nav', homes: 0 },
    more: { owner: 'stiftelse', capacity: 6, source: 'S4:379', notes: 'Seks plasser etter § 27, uten leiekontrakt.' },
  },
  {
    ...{ id: 'rsk', name: 'Ressurssenter for kvinner', groups: ['rus', 'kvinner'], responsibleUnit: 'rus', homes: 0 },
    more: { status: 'planlagt', constraints: { kjonn: 'kvinne' }, source: 'S4:652' },
  },
];

/** Enters the buildings and homes of the demo, once, whatever was entered before. */
export async function enterDemoHomes(desk: RegisterDesk, tenant: TenantId): Promise<void> {
  for (const building of buildings) {
    for (const [at, step] of stepsOf(building).entries()) {
      const receipt = { key: `demo-bolig-${building.id}-${at}`, requestHash: '1' };
      const outcome = await desk.change({ tenant, actor: systemActor.id, receipt, step });
      if (!outcome.ok) throw new Error(`Expected '${building.id}' to be entered, but: ${outcome.rejection.reason}`);
    }
  }
}

function stepsOf(building: DemoBuilding): readonly RegisterStep[] {
  const { id, name, groups, responsibleUnit, more = {}, homes, of = {}, frozen } = building;
  const [place, synthetic] = [idOf<'Building'>(id), more.synthetic ?? false];
  const usual = { owner: 'kommune', status: 'i-bruk', constraints: {}, repairRules: [], synthetic } as const;
  const facts = { name, groups, responsibleUnit, ...usual, ...more };
  const entered = Array.from({ length: homes }, (_, at) => {
    const number = String(at + 1).padStart(2, '0');
    const home = { building: place, name: `${name}, bolig ${number}`, ...usualHome, synthetic, ...of };
    return enterHome(idOf<'Home'>(`${id}-${number}`), home);
  });
  const stop = frozen === undefined ? [] : [freezeBuilding(place, { frozen: true, reason: frozen })];
  return [enterBuilding(place, facts), ...entered, ...stop];
}

const usualHome = {
  boligtype: 'Leilighet',
  egenskaper: [],
  antallSoverom: 1,
  disposisjonsform: 'Eid av kommunen',
  erBofellesskap: false,
  erTilgjengeligForRullestolbruker: false,
  leieTilEiePotensial: false,
  status: 'i-bruk',
} as const;
