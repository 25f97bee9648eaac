import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Where the story keeps its data: afresh each time, unless it goes on where it was killed. */
export function storyFolder(asked: { readonly resume?: boolean; readonly folder?: string }): {
  readonly folder: string;
  readonly isResumed: boolean;
} {
  const folder = path.resolve(asked.folder ?? '.boligflyt/historien');
  const isResumed = asked.resume === true && existsSync(folder);
  if (!isResumed) rmSync(folder, { recursive: true, force: true });
  return { folder, isResumed };
}
