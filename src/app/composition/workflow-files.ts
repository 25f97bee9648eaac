import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeploymentFile } from '../../runtime/deployment.js';

/** Every diagram, decision model and form below the folder `workflows`, in the order of their names. */
export async function readWorkflowFiles(folder: string): Promise<readonly DeploymentFile[]> {
  const entries = await readdir(folder, { recursive: true });
  const names = entries.filter((name) => endings.some((ending) => name.endsWith(ending))).toSorted();
  return Promise.all(names.map(async (name) => ({ name, content: await readFile(join(folder, name), 'utf8') })));
}

const endings = ['.bpmn', '.dmn', '.form.json'];
