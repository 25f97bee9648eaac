/** Marks a branch that the types rule out; reaching it is a defect in Boligflyt, never the caller's mistake. */
export function unreachable(value: never): never {
  throw new Error(`Expected every case to be handled, but got ${JSON.stringify(value)}`);
}
