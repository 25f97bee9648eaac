import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { postArrivesOn } from '../../cases/letters/days-in-post.js';
import type { PostedLettersAnswer, PostLettersInput } from '../../contract/letter.contract.js';
import { postedLettersSchema } from '../../contract/letter.contract.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import { shownToPost, type ShownToPost } from './list-letters-to-post.js';

/**
 * Writes down that letters were laid in the post on a day: from then they count as having come by rule D04P, and the time to appeal runs from
 * that. All of them or none: 404 where one does not wait, or is not for `who` to post.
 */
export function postLetters(
  ports: ApiPorts,
  asked: AskedCommand,
  { letters: wanted, postedOn }: PostLettersInput,
): Promise<PostedLettersAnswer> {
  const { tenant, actor } = asked.who;
  const run = async (): Promise<PostedLettersAnswer> => {
    const ids = [...new Set(wanted)];
    const shown = await shownToPost(ports, asked.who, ids);
    if (shown.length < ids.length) throw problem('not-found');
    checkDay(shown, postedOn, dateInNorway(await ports.clock.now(tenant)));

    const arrivesOn = postArrivesOn(ports.deadlines, postedOn);
    await ports.outgoingPost.post(
      tenant,
      ids.map((letter) => ({ letter, on: postedOn, by: actor.id, arrivesOn })),
    );
    return { posted: ids.length, arrivesOn };
  };
  return onlyOnce(ports.receipts, asked, { schema: postedLettersSchema, run });
}

function checkDay(shown: readonly ShownToPost[], postedOn: string, today: string): void {
  const written = shown.map(({ letter }) => dateInNorway(letter.at));
  if (postedOn <= today && written.every((on) => on <= postedOn)) return;
  const message = 'Dagen kan ikke være før brevene ble skrevet, og ikke senere enn i dag.';
  throw problem('invalid-input', { errors: [{ path: 'postedOn', message }] });
}
