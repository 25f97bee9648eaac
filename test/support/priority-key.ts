import { readFileSync } from 'node:fs';
import { FileDeployment } from '../../src/runtime/deploy-files.js';
import type { DefinitionStore } from '../../src/runtime/definition-ports.js';
import { systemActor } from '../../src/runtime/system-actor.js';
import { idOf } from '../../src/shared/id.js';
import { MemoryDefinitionStore } from '../../src/store/memory/memory-definition-store.js';
import { Municipalities } from '../../src/store/memory/municipality.js';

/** The priority key as it is delivered. */
export const deliveredKey = readFileSync('workflows/ventelisterunde/prioriteringsnokkel.dmn', 'utf8');

/** The same with children before those who live unsafely. */
export const childrenFirst = deliveredKey
  .replace('<outputEntry id="barn-gruppe"><text>2</text>', '<outputEntry id="barn-gruppe"><text>1</text>')
  .replace('<outputEntry id="utrygt-gruppe"><text>1</text>', '<outputEntry id="utrygt-gruppe"><text>2</text>');

/** A store in which a priority key is deployed: the delivered one, then those that follow. */
export async function rulesWith(...keys: readonly string[]): Promise<DefinitionStore> {
  const store = new MemoryDefinitionStore(new Municipalities('2026-11-23T08:00:00.000Z'));
  const deployment = new FileDeployment(store, { deadlineRules: [], jobTypes: [] });
  for (const content of [deliveredKey, ...keys]) {
    const files = [{ name: 'prioriteringsnokkel.dmn', content }];
    const outcome = await deployment.deploy(idOf<'Tenant'>('trondheim'), systemActor, files);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  }
  return store;
}
