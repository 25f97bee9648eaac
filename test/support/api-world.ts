import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import request from 'supertest';
import pg from 'pg';
import { ApiModule } from '../../src/api/api.module.js';
import type { ApiPorts } from '../../src/api/api-ports.js';
import { configureApi } from '../../src/api/configure-api.js';
import type { ApiSurroundings } from '../../src/api/configure-api.js';
import { rememberRequestActor } from '../../src/api/request-actor.js';
import { demoPersonas } from '../../src/app/demo/personas.js';
import { readCaseFiles, type CaseFiles } from '../../src/cases/case-files.js';
import { createApiKeys } from '../../src/app/login/api-keys.js';
import type { ApiKeys } from '../../src/app/login/api-keys.js';
import { admitKeys } from '../../src/app/login/session-middleware.js';
import { apiPortsOf } from '../../src/app/composition/api-ports-of.js';
import { caseWorkPartsOf } from '../../src/app/composition/case-work-parts-of.js';
import { operationsOf } from '../../src/app/composition/operations-of.js';
import { createCaseWork, type CaseWork } from '../../src/cases/case-work.js';
import { guardedChoices } from '../../src/cases/local-choices/guarded-choices.js';
import { guardedKey } from '../../src/cases/waiting-list/priority/guarded-key.js';
import type { Mail } from '../../src/cases/mail-sender.js';
import { FileDeployment } from '../../src/runtime/deploy-files.js';
import { beSystemOutsideRequests } from '../../src/runtime/reading-as.js';
import { createRuntime, type Runtime } from '../../src/runtime/runtime.js';
import { idOf } from '../../src/shared/id.js';
import type { Instant } from '../../src/shared/time.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/open-store.js';
import { createFurnishedDatabase, type TestDatabase } from './test-database.js';

const trondheim = idOf<'Tenant'>('trondheim');
const orkland = idOf<'Tenant'>('orkland');

/** Monday morning, two days before the interim reply of an application would fall on Christmas. */
export const monday: Instant = '2026-11-23T08:00:00.000Z';

/** The whole application behind HTTP, on a database of its own whose clock stands still until it is moved. */
export interface ApiWorld {
  /** Asks as one of the demo's personas, `ada+hvk` with one more group, `ada@orkland` elsewhere; `nobody` is not logged in. */
  as(person: string): Asker;
  /** Lets everything happen that is due now. */
  settle(): Promise<void>;
  /** One checksum over every table: the same only if nothing at all was changed. */
  digest(): Promise<string>;
  readonly sentMail: readonly Mail[];
  readonly ports: ApiPorts;
  readonly address: string;
  /** One more process that answers, on the same database; answers its address. It ends with the world. */
  another(surroundings: ApiSurroundings): Promise<string>;
  /** A second application on the same database, with a queue of commands of its own; answers how it is asked. It ends with the world. */
  twin(): Promise<ApiWorld['as']>;
  /** Its database, as the owner of the tables. */
  readonly databaseUrl: string;
  /** A key that `ada` has made, as a program sends it; with a lifetime of 0 seconds it has ended. */
  keyOf(person: string, lifetimeSeconds?: number): Promise<{ readonly id: string; readonly secret: string }>;
  revokeKey(id: string): Promise<void>;
  stop(): Promise<void>;
}

/** Somebody who asks. Commands get an Idempotency-Key of their own unless one is given. */
export interface Asker {
  get(path: string): request.Test;
  post(path: string, body?: string | object): request.Test;
}

/** What is different in a world. */
export interface ApiWorldOptions {
  readonly demo?: boolean;
  readonly now?: Instant;
  /** A database to furnish first, instead of a fresh one that is furnished already. */
  readonly database?: TestDatabase;
}

/** Starts the application with the processes of workflows/ deployed and the demo's people in place. */
export async function createApiWorld({
  demo = true,
  now = monday,
  database: given,
}: ApiWorldOptions = {}): Promise<ApiWorld> {
  const database = given ?? (await createFurnishedDatabase(`api ${now}`, (url) => furnish(url, now)));
  if (given !== undefined) await furnish(given.url, now);
  const application = await openApplication(database.url);
  const { store, sentMail, runtime } = application;
  const ports = portsOf(application, demo);
  const keys = createApiKeys(trondheim, store.apiKeys);
  const apps = [await listen(ports, keys)];
  const stores = [store];
  const address = (await apps[0]?.getUrl()) ?? '';
  return {
    as: (person) => askerAt(address, person),
    settle: () => runtime.dueWork.drain(trondheim),
    digest: () => digestOf(database.url),
    sentMail,
    ports,
    address,
    another: async (surroundings) => {
      const app = await listen(ports, keys, surroundings);
      apps.push(app);
      return app.getUrl();
    },
    twin: async () => {
      const twin = await openApplication(database.url);
      const app = await listen(portsOf(twin, demo), createApiKeys(trondheim, twin.store.apiKeys));
      apps.push(app);
      stores.push(twin.store);
      const at = await app.getUrl();
      return (person) => askerAt(at, person);
    },
    databaseUrl: database.url,
    keyOf: (person, lifetimeSeconds = 3600) => keyOf(store, person, lifetimeSeconds),
    revokeKey: async (id) => void (await store.apiKeys.revoke(trondheim, id)),
    stop: async () => {
      await runtime.dueWork.stop();
      for (const app of apps) await app.close();
      for (const one of stores) await one.close();
      await database.drop();
    },
  };
}

type Application = Awaited<ReturnType<typeof openApplication>>;

const portsOf = ({ files, store, work, runtime, deployment }: Application, demo: boolean): ApiPorts => {
  const { deliveries, meetings } = work;
  return apiPortsOf({ tenant: trondheim, store, runtime, deliveries, meetings, deployment, files }, demo);
};

async function openApplication(url: string) {
  beSystemOutsideRequests();
  const files = await readCaseFiles('workflows');
  const store = await openStore({ url, clock: 'frozen', deadlineRegister: files.deadlines });
  const sentMail: Mail[] = [];
  const work = createCaseWork(
    caseWorkPartsOf(store, {
      files,
      mail: { send: async (mail) => void sentMail.push(mail) },
      publicUrl: 'http://localhost:3000',
    }),
  );
  const runtime = openRuntime(store, files, work);
  runtime.jobs.add(work.jobs(runtime));
  const deployment = new FileDeployment(store.definitions, {
    deadlineRules: [...new Set(files.deadlines.map(({ id }) => id))],
    jobTypes: runtime.jobs.types,
    externalJobTypes: (of) => runtime.jobDesk.types(of),
    guarded: [guardedKey(store.decisionBook), guardedChoices(store.decisionBook)],
  });
  return { files, store, sentMail, work, runtime, deployment };
}

function openRuntime(store: Store, files: CaseFiles, work: CaseWork): Runtime {
  const { outbox, clock, messages, messageBuffer, definitions } = store;
  return createRuntime({
    store: store.store,
    outbox,
    clock,
    messages,
    messageBuffer,
    jobBook: store.jobBook,
    externalJobTypes: store.externalJobTypes,
    definitions,
    alarms: { effectsWaiting: async () => undefined, timerSet: async () => undefined },
    batches: operationsOf(store, files.deadlines),
    worksHere: true,
    notifier: work.notifier,
    rounds: work.rounds,
  });
}

/** Writes the municipalities and their people, stops their clocks and deploys workflows/; safe to repeat. */
async function furnish(url: string, now: Instant): Promise<void> {
  const { store, deployment } = await openApplication(url);
  try {
    for (const tenant of [trondheim, orkland]) {
      await store.tenants.enter(tenant, tenant === trondheim ? 'Trondheim kommune' : 'Orkland kommune');
      await store.clock.freezeAt(tenant, now);
      for (const { id, ...person } of demoPersonas) await store.people.enter(tenant, { ...person, id: idOf(id) });
    }
    const deployed = await deployment.deploy(trondheim, actorOf('ada').actor, await workflowFiles());
    if (!deployed.ok) throw new Error(JSON.stringify(deployed.diagnostics));
  } finally {
    await store.close();
  }
}

async function keyOf(store: Store, person: string, lifetimeSeconds: number) {
  const { tenant, actor } = actorOf(person);
  const wanted = { actor: actor.id, name: 'test', createdBy: 'ada', lifetimeSeconds };
  const made = await createApiKeys(tenant, store.apiKeys).make(wanted);
  if (made === undefined) throw new Error(`Expected ${person} to be known, but nobody is`);
  return { id: made.key.id, secret: made.secret };
}

async function listen(ports: ApiPorts, keys: ApiKeys, surroundings?: ApiSurroundings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(ports), {
    logger: ['error', 'fatal'],
  });
  app.use('/api', admitKeys(keys));
  // Stands in for the session: what a login would have remembered.
  app.use((incoming: Request, _: Response, next: NextFunction) => {
    const person = incoming.headers['x-test-person'];
    if (typeof person === 'string' && person !== 'nobody') rememberRequestActor(incoming, actorOf(person));
    next();
  });
  configureApi(app, surroundings);
  await app.listen(0, '127.0.0.1');
  return app;
}

function actorOf(person: string) {
  const [who = '', municipality = 'trondheim'] = person.split('@');
  const [id = '', ...more] = who.split('+');
  const known = demoPersonas.find((persona) => persona.id === id);
  // Somebody unknown is an applicant, or only what is said.
  const groups = known?.groups ?? (more.length > 0 ? [] : ['soker']);
  const actor = { id: idOf<'Actor'>(id), groups: [...groups, ...more] };
  return { tenant: idOf<'Tenant'>(municipality), actor, name: known?.name ?? id };
}

let keys = 0;

function askerAt(address: string, person: string): Asker {
  const agent = request(address);
  return {
    get: (url) => agent.get(`/api/v1/${url}`).set('x-test-person', person),
    post: (url, body) => {
      const asked = agent.post(`/api/v1/${url}`).set('x-test-person', person);
      return asked.set('idempotency-key', `key-${(keys += 1)}`).send(body);
    },
  };
}

/** Every diagram and form of workflows/, as files to deploy. */
export async function workflowFiles(): Promise<readonly { readonly name: string; readonly content: string }[]> {
  const names = await readdir('workflows', { recursive: true });
  const wanted = names.filter((name) => /\.(bpmn|dmn|form\.json)$/.test(name));
  return Promise.all(
    wanted.map(async (name) => ({
      name: path.basename(name),
      content: await readFile(path.join('workflows', name), 'utf8'),
    })),
  );
}

async function digestOf(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    const sums = tables.rows.map(
      ({ name }) => `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${name} t)`,
    );
    const { rows } = await client.query<{ digest: string }>(`select md5(${sums.join(' || ')}) as digest`);
    return rows[0]?.digest ?? '';
  } finally {
    await client.end();
  }
}
