import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MessageChannel, MessageChannels } from '../../cases/delivery/message-channel.js';

/**
 * A channel that puts each message into a file of its own, for whatever program hands it on. The file is there whole or not at all;
 * the same message again is the same file.
 */
export function createFileChannel(folder: string): MessageChannel {
  return {
    hand: async ({ key, ...message }) => {
      // The key names a case; a file name is read by more people than the file.
      const id = createHash('sha256').update(`${message.tenant}/${key}`).digest('hex').slice(0, 32);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${id}.json`);
      const unfinished = `${file}.${process.pid}.new`;
      await writeFile(unfinished, `${JSON.stringify({ id, ...message }, null, 2)}\n`, { mode: 0o600 });
      await rename(unfinished, file);
      return { providerId: id };
    },
  };
}

/** SMS and digital post as files in the data folder. */
export function fileChannels(dataFolder: string): Omit<MessageChannels, 'email'> {
  const folder = path.join(dataFolder, 'meldinger');
  return {
    sms: createFileChannel(path.join(folder, 'sms')),
    digitalpost: createFileChannel(path.join(folder, 'digitalpost')),
  };
}
