import { idOf, type Id } from '../../src/shared/id.js';
import type { JsonObject } from '../../src/shared/json.js';
import type { ApiWorld } from './api-world.js';
import { archiving } from './job-world.js';
import { trondheim } from './store-world.js';

/** Lets workers outside file papers: registers the type of job and deploys the process that asks for it. */
export async function letOthersArchive(world: ApiWorld): Promise<void> {
  await world.as('ada').post('job-types', { type: 'arkiver' }).expect(200);
  const files = [{ name: 'arkivering.bpmn', content: archiving() }];
  await world.as('ada').post('definitions', { files }).expect(201);
}

/** A case that waits for its papers to be filed; called by nobody, so that no right to start it is needed. */
export async function beginArchiving(
  world: ApiWorld,
  id: string,
  variables: JsonObject = {},
): Promise<Id<'ProcessInstance'>> {
  const processInstanceId = idOf<'ProcessInstance'>(id);
  const actor = { id: idOf<'Actor'>('per'), groups: ['prosjektleder'] };
  const command = { type: 'StartProcessInstance', processInstanceId, variables, actor } as const;
  const definition = { key: 'arkivering' };
  await world.ports.commands.handle({ tenant: trondheim, processInstanceId, definition, command });
  await world.settle();
  return processInstanceId;
}
