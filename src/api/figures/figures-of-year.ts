import { kostraTables, yearSpan } from '../../cases/figures/kostra-report.js';
import { leaderFigures } from '../../cases/figures/leader-figures.js';
import type { FigureTable } from '../../cases/figures/figure-table.js';
import { fewestShown } from '../../cases/figures/suppress.js';
import { mayUse } from '../../cases/access/may.js';
import { localDateOf } from '../../engine/index.js';
import type { InstantSpan } from '../../runtime/figure-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** Figures of a year as far as it has come. */
export interface FiguresOfYear {
  readonly year: number;
  readonly until: string;
  readonly isFinal: boolean;
  readonly fewestShown: number;
  readonly tables: readonly FigureTable[];
}

/** Figures for leaders; refuses everybody else. */
export async function figuresOfYear(
  ports: ApiPorts,
  who: RequestActor,
  wanted: number | undefined,
): Promise<FiguresOfYear> {
  const { figures, deadlineFigures, figureSettings: settings, deadlines } = ports;
  const asked = await askedYear(ports, who, wanted);
  const ruleName = (rule: string) => deadlines.findLast(({ id }) => id === rule)?.name ?? '';
  const tables = await leaderFigures({ figures, deadlineFigures, settings, ruleName }, who.tenant, asked.span);
  return { ...asked.said, tables };
}

/** The list for KOSTRA, for the same: exact for whoever decides in the cases behind it, else from five people on. */
export async function kostraOfYear(
  ports: ApiPorts,
  who: RequestActor,
  wanted: number | undefined,
): Promise<FiguresOfYear & { readonly deletedSince: number }> {
  const { said, span } = await askedYear(ports, who, wanted);
  const signedByTwo = ports.legalBases.flatMap(({ id, fourEyes }) => fourEyes.map((outcome) => `${id}/${outcome}`));
  const facts = await ports.figures.kostra(who.tenant, { ...span, ...ports.figureSettings.kostra, signedByTwo });
  const isExact = mayUse(who.actor, 'read', 'decision');
  return { ...said, tables: kostraTables(facts, ports.figureSettings, isExact), deletedSince: facts.deletedSince };
}

async function askedYear(
  { attention, clock }: Pick<ApiPorts, 'attention' | 'clock'>,
  { tenant, actor }: RequestActor,
  wanted: number | undefined,
): Promise<{ readonly said: Omit<FiguresOfYear, 'tables'>; readonly span: InstantSpan }> {
  if (!actor.groups.some((group) => attention.leaders.includes(group))) throw problem('actor-not-allowed');

  const now = await clock.now(tenant);
  const year = wanted ?? Number(localDateOf(now).slice(0, 4));
  const { from, until } = yearSpan(year);
  const isFinal = until <= now;
  // What happens at this very moment is part of a year that still runs.
  const end = isFinal ? until : new Date(Date.parse(now) + 1).toISOString();
  return { said: { year, until: isFinal ? until : now, isFinal, fewestShown }, span: { from, until: end } };
}
