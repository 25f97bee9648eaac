const NAME = 'StartRefusal';

/** Gives up starting, with one sentence that tells a person what is wrong and what to do. */
export function refuseToStart(sentence: string): never {
  throw Object.assign(new Error(sentence), { name: NAME });
}

/** True for what `refuseToStart` threw: its message is for people and needs no stack. */
export const isStartRefusal = (error: unknown): error is Error => error instanceof Error && error.name === NAME;
