import { commandAnswerSchema } from '../contract/command.contract.js';
import { incidentListSchema } from '../contract/incident.contract.js';
import type { IncidentList, IncidentView } from '../contract/incident.contract.js';
import { routes } from '../contract/routes.contract.js';
import { change, changeOptions, pathOf, wordOf, type Command } from './command.js';
import { readJson } from './read-json.js';
import { momentText, tableOf } from './table.js';

const pageOf = (after: string): string =>
  after === '' ? routes.incidents : `${routes.incidents}?after=${encodeURIComponent(after)}`;

const list: Command = {
  name: 'incident list',
  usage: '',
  words: [0, 0],
  options: {},
  async run({ client }) {
    const items: IncidentView[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: IncidentList = await client.ask({ path: pageOf(after) }, incidentListSchema);
      items.push(...page.items);
      after = page.next;
    }
    const body = { items };
    const rows = items.map(
      ({ id, processInstanceId, process, node, code, raisedAt, attempts, owner, assignee, melding }) => [
        id,
        processInstanceId,
        process,
        node,
        code,
        momentText(raisedAt),
        String(attempts ?? ''),
        assignee?.name ?? owner,
        melding,
      ],
    );
    return {
      body,
      text: tableOf(
        ['Stans', 'Sak', 'Prosess', 'Element', 'Kode', 'Siden', 'Forsøk', 'Ansvar', 'Hva som er galt'],
        rows,
      ),
    };
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
