import { commandAnswerSchema } from '../contract/command.contract.js';
import { incidentListSchema } from '../contract/incident.contract.js';
import { routes } from '../contract/routes.contract.js';
import { change, changeOptions, pathOf, wordOf, type Command } from './command.js';
import { readJson } from './read-json.js';
import { momentText, tableOf } from './table.js';

const list: Command = {
  name: 'incident list',
  usage: '',
  words: [0, 0],
  options: {},
  async run({ client }) {
    const body = await client.ask({ path: routes.incidents }, incidentListSchema);
    const rows = body.items.map(({ id, processInstanceId, process, node, code, raisedAt, melding }) => [
      id,
      processInstanceId,
      process,
      node,
      code,
      momentText(raisedAt),
      melding,
    ]);
    return { body, text: tableOf(['Stans', 'Sak', 'Prosess', 'Element', 'Kode', 'Siden', 'Hva som er galt'], rows) };
  },
};

const resolve: Command = {
  name: 'incident resolve',
  usage: '<id> [--variables <json file>]',
  words: [1, 1],
  options: { ...changeOptions, variables: 'text' },
  async run(work) {
    const variables = await readJson(work, 'variables');
    const body = variables === undefined ? {} : { variables };
    const answer = await change(work, {
      path: pathOf(routes.resolveIncident, wordOf(work)),
      body,
      shape: commandAnswerSchema,
    });
    return {
      body: answer,
      text: `Prøvd på nytt. Saken ${answer.processInstanceId} har revisjon ${answer.revision}.\n`,
    };
  },
};

/** What operators do about cases that stand still. */
export const incidentCommands: readonly Command[] = [list, resolve];
