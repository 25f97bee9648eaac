import type { Id } from '../../shared/id.js';
import { isObject } from '../../shared/json.js';
import type { Json } from '../../shared/json.js';

/** What a round may say of an entry (domain register P6). */
export const roundOutcomes = ['uendret', 'opp', 'ned', 'tilbud', 'satt-pa-vent', 'ut'] as const;

/** What a round says of one entry. */
export interface RoundOutcome {
  readonly case: string;
  readonly outcome: (typeof roundOutcomes)[number];
  readonly reason?: string;
  /** Who said so, where that is known. */
  readonly by?: Id<'Actor'>;
}

/** Reads outcomes as the task «Vurder oppføring» gives them: `{ processInstanceId, utfall, begrunnelse?, paVentTil? }`. */
export function parseRoundOutcomes(items: readonly (Json | undefined)[]): readonly RoundOutcome[] {
  return items.flatMap((item) => parseOne(item));
}

function parseOne(item: Json | undefined): readonly RoundOutcome[] {
  if (!isObject(item) || typeof item['processInstanceId'] !== 'string') return [];

  const outcome = roundOutcomes.find((known) => known === item['utfall']);
  if (outcome === undefined) return [];

  const until = typeof item['paVentTil'] === 'string' ? `På vent til ${item['paVentTil']}` : '';
  const reason = [item['begrunnelse'], until].filter((text) => typeof text === 'string' && text !== '').join('. ');
  return [{ case: item['processInstanceId'], outcome, ...(reason === '' ? {} : { reason }) }];
}
