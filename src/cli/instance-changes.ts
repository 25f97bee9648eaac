import { commandAnswerSchema } from '../contract/command.contract.js';
import { deletionSchema, migrationTrialSchema } from '../contract/operation.contract.js';
import { routes } from '../contract/routes.contract.js';
import { change, changeOptions, pathOf, wordOf, type Answer, type Command, type Work } from './command.js';
import { problemText } from './failure.js';
import type { Options } from './given.js';
import { migrationBody, operations, type Operation } from './operation-body.js';

const revisionOptions: Options = { ...changeOptions, revision: 'text' };

const changed =
  (route: string, { body }: Pick<Operation, 'body'>) =>
  async (work: Work): Promise<Answer> => {
    const wanted = { path: pathOf(route, wordOf(work)), body: await body(work), shape: commandAnswerSchema };
    const answer = await change(work, wanted);
    return { body: answer, text: `Gjort. Saken ${answer.processInstanceId} har revisjon ${answer.revision}.\n` };
  };

const operate = (name: keyof typeof operations, route: string): Command => {
  const { usage, options } = operations[name];
  return {
    name: `instance ${name}`,
    usage: `<id> ${usage} [--revision <seen>]`.replace('  ', ' '),
    words: [1, 1],
    options: { ...revisionOptions, ...options },
    run: changed(route, operations[name]),
  };
};

const migrate: Command = {
  ...operate('migrate', routes.migrateProcessInstance),
  run: (work) =>
    work.given.flag('dry-run') ? tryMigration(work) : changed(routes.migrateProcessInstance, operations.migrate)(work),
};

async function tryMigration(work: Work): Promise<Answer> {
  const body = migrationBody(work.given);
  const wish = {
    path: pathOf(routes.tryMigration, wordOf(work)),
    change: { body, headers: { 'content-type': 'application/json' } },
  };
  const trial = await work.client.ask(wish, migrationTrialSchema);
  const text = trial.problem === null ? 'Saken kan flyttes. Ingenting er endret.\n' : problemText(trial.problem);
  return { body: trial, text, isRefused: !trial.possible };
}

const restart: Command = {
  ...operate('restart', routes.restartProcessInstance),
  usage: `<id> ${operations.restart.usage}`,
  options: { ...changeOptions, ...operations.restart.options },
};

const remove: Command = {
  ...operate('delete', routes.deleteProcessInstance),
  usage: `<id> ${operations.delete.usage}`,
  options: { ...changeOptions, ...operations.delete.options },
  async run(work) {
    const path = pathOf(routes.deleteProcessInstance, wordOf(work));
    const answer = await change(work, { path, body: operations.delete.body(work), shape: deletionSchema });
    return { body: answer, text: `Saken ${answer.processInstanceId} er slettet.\n` };
  },
};

const setVariables: Command = {
  ...operate('set-variables', routes.setVariables),
  usage: `<id> ${operations['set-variables'].usage} [--scope <element instance>] [--revision <seen>]`,
  options: { ...revisionOptions, ...operations['set-variables'].options, scope: 'text' },
  run: changed(routes.setVariables, {
    async body(work) {
      const elementInstanceId = work.given.text('scope');
      const body = await operations['set-variables'].body(work);
      return elementInstanceId === undefined ? body : { ...body, elementInstanceId };
    },
  }),
};

/** What operators do to one case. */
export const instanceChanges: readonly Command[] = [
  operate('suspend', routes.suspendProcessInstance),
  operate('resume', routes.resumeProcessInstance),
  operate('cancel', routes.cancelProcessInstance),
  operate('modify', routes.modifyProcessInstance),
  setVariables,
  migrate,
  restart,
  remove,
];
