// Programs that use the API with keys, over connections that are kept.
import { Agent, request } from 'node:http';
import { createApiKeys } from '../../dist/app/login/api-keys.js';
import { startProcess } from './processes.mjs';
import { tenant } from './world.mjs';

/** A web process on the world's database, with a key for each of these people. */
export async function openWebClient(world, people, { connections = 64 } = {}) {
  const keys = createApiKeys(tenant, world.store.apiKeys);
  const secrets = new Map();
  for (const { id, groups } of people) {
    await world.store.people.enter(tenant, { id, name: id, email: `${id}@example.no`, groups });
    const made = await keys.make({ actor: id, name: 'måling', createdBy: 'måling', lifetimeSeconds: 86_400 });
    secrets.set(id, made.secret);
  }
  const web = await startProcess('web', { url: world.url });
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = (who, method, path, { body, headers = {} } = {}) =>
    send({
      agent,
      port: web.port,
      method,
      path: `/api/v1/${path}`,
      body,
      headers: { authorization: `Bearer ${secrets.get(who)}`, ...headers },
    });
  let commands = 0;
  return {
    pid: web.pid,
    get: (who, path) => ask(who, 'GET', path),
    complete: (who, { id, revision }) =>
      ask(who, 'POST', `user-tasks/${id}/complete`, {
        body: { variables: {} },
        headers: { 'idempotency-key': `maling-${(commands += 1)}`, 'if-match': `"${revision}"` },
      }),
    stop: async () => {
      agent.destroy();
      await web.stop();
    },
  };
}

function send({ agent, port, method, path, body, headers }) {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sent =
      text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const asked = request({ agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...sent } });
    asked.on('error', reject).on('response', (response) => {
      const parts = [];
      response
        .on('data', (part) => parts.push(part))
        .on('error', reject)
        .on('end', () => {
          const answer = Buffer.concat(parts).toString();
          if (response.statusCode < 300) resolve(JSON.parse(answer));
          else reject(new Error(`Expected ${method} ${path} to succeed, but ${response.statusCode} ${answer}`));
        });
    });
    asked.end(text);
  });
}
