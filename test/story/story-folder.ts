import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/app/embedded-postgres/embedded-postgres.js';

/** Where the story keeps its data: afresh each time, unless it goes on where it was killed. */
export async function storyFolder(asked: {
  readonly resume?: boolean;
  readonly folder?: string;
}): Promise<{ readonly folder: string; readonly isResumed: boolean }> {
  const folder = path.resolve(asked.folder ?? '.boligflyt/historien');
  const isResumed = asked.resume === true && existsSync(folder);
  if (!isResumed) await remove(folder);
  return { folder, isResumed };
}

// A server that a killed story left must not live on without its files; one that is at work refuses to be taken over.
async function remove(folder: string): Promise<void> {
  if (existsSync(path.join(folder, 'postgres', 'postmaster.pid'))) await (await startEmbeddedPostgres(folder)).stop();
  rmSync(folder, { recursive: true, force: true });
}
