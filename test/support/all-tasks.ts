import type { ApiWorld } from './api-world.js';

interface OpenTask {
  readonly id: string;
  readonly name: string;
}

/**
 * Lets `person` take every open task that they see whose name begins so, and do it with what `answer` says of that name; the answers are
 * sent side by side, six at a time. Gives how many there were.
 */
export async function doesAll(
  world: ApiWorld,
  person: string,
  name: string,
  answer: (name: string) => object,
): Promise<number> {
  const done = await takesAll(world, person, name, answer);
  await world.settle();
  return done;
}

/** The same, and leaves what follows from it to whoever settles the world. */
export async function takesAll(
  world: ApiWorld,
  person: string,
  name: string,
  answer: (name: string) => object,
): Promise<number> {
  const { body } = await world.as(person).get('user-tasks?filter=all').expect(200);
  const open: readonly OpenTask[] = body.items.filter((task: OpenTask) => task.name.startsWith(name));
  const one = async (task: OpenTask): Promise<void> => {
    await world.as(person).post(`user-tasks/${task.id}/claim`);
    const { headers } = await world.as(person).get(`user-tasks/${task.id}`).expect(200);
    const sent = world.as(person).post(`user-tasks/${task.id}/complete`, { variables: answer(task.name) });
    const { status, body: said } = await sent.set('if-match', headers['etag'] ?? '');
    if (status !== 200) throw new Error(`Expected '${name}' to be done, but ${JSON.stringify(said)}`);
  };
  await sideBySide(open, one);
  return open.length;
}

const atOnce = 6;

/** Does the work for every item, a few at a time. */
export async function sideBySide<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
