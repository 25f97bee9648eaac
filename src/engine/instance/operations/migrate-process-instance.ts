import { joinAgain } from '../gateways/parallel-gateway.js';
import { moveWaits } from './migrate-waits.js';
import { migrationProblems } from './migration-problems.js';
import { createMigration, renamedBy } from './migration.js';
import { reject, type Decision } from '../commands/decision.js';
import type { DecisionWorld } from '../commands/decision-world.js';
import type { MigrateProcessInstance } from '../commands/operation-command.js';
import type { ProcessInstance } from '../state/process-instance.js';
import { settle } from '../commands/settle.js';
import { createWorkingCopy } from '../flow/working-copy.js';

/**
 * Decides what follows when an instance goes on with another version: everything alive in it stands on the mapped node of
 * the new version, or every element that cannot is named. Asking is a dry run: nothing changes until events are folded.
 */
export function migrateProcessInstance(
  instance: ProcessInstance,
  command: MigrateProcessInstance,
  world: DecisionWorld,
): Decision {
  if (world.target === undefined) return reject({ reason: 'migration-target-missing' });

  const migration = createMigration(world.process.definition, world.target.definition, command.mapping);
  const problems = migrationProblems(instance, migration);
  if (problems.length > 0) return reject({ reason: 'migration-impossible', problems });

  const work = createWorkingCopy(instance, command, { ...world, process: world.target });
  const { key, version, compilerVersion } = migration.to;
  const open = moveWaits(work, migration);
  work.record({
    type: 'ProcessInstanceMigrated',
    definition: { key, version, compilerVersion },
    renamed: renamedBy(migration, instance),
    by: command.actor.id,
  });
  const unopened = open.flatMap((begin) => begin() ?? []);
  if (unopened.length > 0) return reject({ reason: 'migration-impossible', problems: unopened });
  joinAgain(work);
  return settle(work);
}
