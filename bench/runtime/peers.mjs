// Engines that ours is measured beside: each in a process of its own, on a database of its own of the same server.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const folder = new URL('../peers/', import.meta.url);

/** A peer that is ready to be asked for pieces per second. */
export async function startPeer(file, url) {
  const child = fork(new URL(file, folder), [url]);
  const answer = async () => {
    const told = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (typeof told[0] !== 'object' || told[0] === null) throw new Error(`Expected an answer of ${file}, but it ended`);
    return told[0].value;
  };
  await answer();
  return {
    ask: (name, count) => {
      const answered = answer();
      child.send({ name, count });
      return answered;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** The exact versions of the peers. */
export const peerVersions = () => JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).dependencies;
