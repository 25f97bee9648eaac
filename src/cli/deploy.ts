import { basename } from 'node:path';
import { deployedSchema } from '../contract/definition.contract.js';
import { routes } from '../contract/routes.contract.js';
import { change, changeOptions, type Command } from './command.js';
import { readText } from './read-json.js';
import { tableOf } from './table.js';

/** Takes diagrams, decisions and forms into use: all of them or none. */
export const deploy: Command = {
  name: 'deploy',
  usage: '<files…>',
  words: [1, 500],
  options: changeOptions,
  async run(work) {
    const files = await Promise.all(
      work.given.words.map(async (file) => ({ name: basename(file), content: await readText('deploy', file) })),
    );
    const body = await change(work, { path: routes.definitions, body: { files }, shape: deployedSchema });
    const deployed = [
      ...body.processes.map(({ key, version }) => ['prosess', key, String(version)]),
      ...body.decisions.map(({ key, version }) => ['beslutning', key, String(version)]),
    ];
    const warnings = body.warnings.map(
      ({ code, element, melding }) => `Advarsel ${code} ${element ?? ''}: ${melding}\n`,
    );
    return { body, text: `${tableOf(['Hva', 'Navn', 'Versjon'], deployed)}${warnings.join('')}` };
  },
};
