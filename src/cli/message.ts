import { messageAnswerSchema, messageListSchema, type MessageAnswer } from '../contract/message.contract.js';
import { routes } from '../contract/routes.contract.js';
import { change, changeOptions, wordOf, type Command } from './command.js';
import { readJson } from './read-json.js';
import { momentText, tableOf } from './table.js';

const send: Command = {
  name: 'message send',
  usage:
    '<name> [--correlation-key <key>] [--variables <json file>] [--time-to-live <P30D>] [--message-id <id>] [--broadcast]',
  words: [1, 1],
  options: {
    ...changeOptions,
    'correlation-key': 'text',
    variables: 'text',
    'time-to-live': 'text',
    'message-id': 'text',
    broadcast: 'flag',
  },
  async run(work) {
    const { given } = work;
    const variables = await readJson(work, 'variables');
    const body = {
      name: wordOf(work),
      correlationKey: given.text('correlation-key'),
      timeToLive: given.text('time-to-live'),
      messageId: given.text('message-id'),
      broadcast: given.flag('broadcast'),
      ...(variables === undefined ? {} : { variables }),
    };
    const answer = await change(work, { path: routes.messages, body, shape: messageAnswerSchema });
    return { body: answer, text: outcome(answer) };
  },
};

function outcome({ correlated, started, kept, expiresAt }: MessageAnswer): string {
  const lines = [
    ...correlated.map((id) => `Saken ${id} tok imot meldingen.`),
    ...started.map((id) => `Meldingen startet saken ${id}.`),
    ...(kept ? [`Meldingen venter på en mottaker${expiresAt === null ? '' : ` til ${momentText(expiresAt)}`}.`] : []),
  ];
  return `${lines.length === 0 ? 'Ingen tok imot meldingen.' : lines.join('\n')}\n`;
}

const list: Command = {
  name: 'message list',
  usage: '[--state waiting|taken|expired] [--name <name>]',
  words: [0, 0],
  options: { state: 'text', name: 'text' },
  async run({ client, given }) {
    const query = { state: given.text('state'), name: given.text('name') };
    const body = await client.ask({ path: routes.messages, query }, messageListSchema);
    const { waiting, taken, expired } = body.counts;
    const rows = body.items.map((one) => [
      one.id,
      one.name,
      one.correlationKey ?? '',
      momentText(one.publishedAt),
      one.expiresAt === null ? '' : momentText(one.expiresAt),
      [...one.correlated, ...one.started].join(' '),
    ]);
    const table = tableOf(['Melding', 'Navn', 'Nøkkel', 'Sendt', 'Venter til', 'Saker'], rows);
    return { body, text: `${table}Venter: ${waiting}  Tatt imot: ${taken}  For gamle: ${expired}\n` };
  },
};

/** What operators send to cases, and what became of it. */
export const messageCommands: readonly Command[] = [send, list];
