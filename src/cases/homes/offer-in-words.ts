import { isObject, listOf, objectOf } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';

/** When a home in an offer was shown. */
export interface Viewing {
  readonly home: string;
  /** Absent where nobody wrote it down. */
  readonly on?: string;
}

/** The homes of an offer and when they were shown, as the case has them. */
export interface OfferInWords {
  readonly alternatives: readonly string[];
  readonly viewings: readonly Viewing[];
}

/** Reads the variables `alternativer` and `visninger` of an offer. */
export const offerInWords = ({ alternativer, visninger }: JsonObject): OfferInWords => ({
  alternatives: listOf(alternativer).flatMap((one) => wordsOf(one) ?? []),
  viewings: listOf(visninger).flatMap(viewingOf),
});

function viewingOf(item: Json): readonly Viewing[] {
  const { bolig, visningOn } = objectOf(item);
  const home = wordsOf(bolig);
  if (home === undefined) return [];
  return [typeof visningOn === 'string' ? { home, on: visningOn } : { home }];
}

// A home is written out, or named.
function wordsOf(home: Json | undefined): string | undefined {
  const words = isObject(home) ? home['navn'] : home;
  return typeof words === 'string' ? words : undefined;
}
