/**
 * The store cannot answer now: it is gone, read-only, full, or everybody waits for it. Whether a command was carried out is not
 * known; whoever gives it again with the same Idempotency-Key learns it, and nothing happens twice.
 */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super(`The store does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
