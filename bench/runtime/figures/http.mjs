// User tasks completed over HTTP: a web process of its own, 64 connections that are kept, a key instead of a login.
import { setTimeout as wait } from 'node:timers/promises';
import { chainOfUserTasks } from '../../models.mjs';
import { median, perSecond, quantile } from '../clients.mjs';
import { sized } from '../sizes.mjs';
import { openWebClient } from '../web-client.mjs';
import { kari, openWorld } from '../world.mjs';

const connections = 64;
const pieces = sized(4_000, 128);
const rounds = sized(5);
const rate = 500;
const rated = sized(10_000, 500);

export const name = 'http';

export async function measure(server) {
  const world = await openWorld(server, { diagrams: [chainOfUserTasks(20)] });
  await perSecond(connections, pieces, () => world.start('maaling'));
  const client = await openWebClient(world, [kari], { connections });
  const speeds = [];
  for (let round = 0; round <= rounds; round += 1) speeds.push(await oneRound(world, client));
  const times = await atRate(world, client);
  await client.stop();
  await world.close();
  return [
    {
      name: 'user tasks completed over HTTP, 64 connections',
      value: median(speeds.slice(1)),
      unit: '/s',
      atLeast: 1_500,
    },
    { name: `the same at ${rate}/s, p99`, value: quantile(times, 0.99), unit: 'ms', atMost: 60 },
  ];
}

// The task that each case is at now. No case is asked twice in a round.
const openTasks = (world, count) =>
  world.ask(`select id, revision from user_task where state in ('created', 'assigned') limit $1`, [count]);

async function oneRound(world, client) {
  const tasks = await openTasks(world, pieces);
  return perSecond(connections, tasks.length, () => client.complete(kari.id, tasks.pop()));
}

/** Requests are sent when they are due, whether or not earlier ones are answered; a time counts from when it was due. */
async function atRate(world, client) {
  const times = [];
  for (let sent = 0; sent < rated;) {
    const tasks = await openTasks(world, Math.min(pieces, rated - sent));
    sent += tasks.length;
    const from = performance.now();
    await Promise.all(
      tasks.map(async (task, place) => {
        const dueAt = from + (place * 1000) / rate;
        await wait(dueAt - performance.now());
        await client.complete(kari.id, task);
        times.push(performance.now() - dueAt);
      }),
    );
  }
  return times;
}
