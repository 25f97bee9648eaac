/**
 * Waits for statements that were sent together in one transaction. Of several that failed, the earliest says why: the others fail
 * only because the transaction had ended, and nobody could tell from them that it is worth trying again.
 */
export async function together<Answers extends readonly unknown[]>(asked: {
  readonly [Place in keyof Answers]: Promise<Answers[Place]>;
}): Promise<{ -readonly [Place in keyof Answers]: Answers[Place] }> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}
