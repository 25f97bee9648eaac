import type { JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import type { BenchRequest } from '../protocol/bench-request.js';

/** What one op of the protocol does: gives its answer, or throws a refusal. */
export type Operation = (bench: Bench, request: BenchRequest) => JsonObject | Promise<JsonObject>;
