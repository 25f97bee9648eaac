import type { TenantId } from '../../runtime/ports.js';
import type { Period } from '../../shared/time.js';
import type { NodeHints } from '../definitions/node-hints.js';
import type { Transaction } from '../with-tenant.js';

/** What read models copy of a deployed version. */
export interface DefinitionFacts {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly family: string;
  readonly readers: readonly string[];
  readonly hints: NodeHints;
  /** How often somebody must look at a case of it at least; null: nobody counts. */
  readonly attention: Period | null;
}

/** Which version is asked for; the latest when `version` is absent. */
export interface WantedDefinition {
  readonly key: string;
  readonly version?: number;
}

/** Remembers the facts of versions, which never change; which one is the latest is asked each time. */
export class DefinitionFactsBook {
  private readonly known = new Map<string, DefinitionFacts>();

  /** The facts of each wanted definition, in the same order; undefined where nothing such is deployed. */
  async find(
    transaction: Transaction,
    tenant: TenantId,
    wanted: readonly WantedDefinition[],
  ): Promise<readonly (DefinitionFacts | undefined)[]> {
    const found = wanted.map(({ key, version }) =>
      version === undefined ? undefined : this.known.get(`${tenant}/${key}/${version}`),
    );
    if (found.every((facts) => facts !== undefined)) return found;

    const missing = wanted
      .map(({ key, version }, place) => ({ place, key, version }))
      .filter(({ place }) => found[place] === undefined);
    const { rows } = await transaction.query<{ place: number; facts: DefinitionFacts }>({
      name: 'definition-facts',
      text: selectFacts,
      values: [tenant, JSON.stringify(missing)],
    });
    const asked = new Map(rows.map(({ place, facts }) => [place, facts]));
    for (const { facts } of rows) this.known.set(`${tenant}/${facts.key}/${facts.version}`, facts);
    return found.map((facts, place) => facts ?? asked.get(place));
  }
}

const selectFacts = `
  select w.place, json_build_object('key', d.key, 'version', d.version, 'name', d.name, 'family', d.family,
    'readers', d.readers, 'hints', d.hints, 'attention', d.attention) as facts
  from json_to_recordset($2) as w(place int, key text, version int)
  cross join lateral (
    select * from definition where tenant = $1 and key = w.key and (w.version is null or version = w.version)
    order by version desc limit 1
  ) as d`;
