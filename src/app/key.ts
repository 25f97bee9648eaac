import 'reflect-metadata';
import { userInfo } from 'node:os';
import { idOf } from '../shared/id.js';
import { openStore } from '../store/open-store.js';
import { openDatabaseToRead } from './composition/open-database.js';
import { createApiKeys } from './login/api-keys.js';
import { carryOutKeyCommand, keyUsage, parseKeyCommand } from './login/key-command.js';
import { runProcess } from './process/run-process.js';

// Makes, lists and revokes the keys of programs: for whoever may reach the database of the server.
const command = parseKeyCommand(process.argv.slice(2));
if ('problem' in command) {
  process.stderr.write(`${command.problem}\n${keyUsage}`);
  process.exitCode = 2;
} else {
  await runProcess(async (context) => {
    const tenant = idOf<'Tenant'>(context.configuration.municipality.id);
    const url = await openDatabaseToRead(context);
    const { apiKeys: book, close } = await openStore({ url, clock: 'real', deadlineRegister: [] });
    context.stopOrder.add(close);

    const { output, remark } = await carryOutKeyCommand(command, {
      book,
      keys: createApiKeys(tenant, book),
      tenant,
      operator: userInfo().username,
    });
    process.stdout.write(output);
    process.stderr.write(remark);
    await context.stopOrder.stopAll();
  });
}
