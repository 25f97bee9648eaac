import type { Server } from 'node:http';
import { createServer, type Server as SocketServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { refuseToStart } from '../start-refusal.js';

/** Where to listen. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

// Long enough for an answer under way; streams of changes never end by themselves.
const LAST_ANSWERS_MS = 1500;

/** Refuses to start when the port is taken; asked before anything slow begins. */
export async function requireFreePort(address: Address): Promise<void> {
  const probe = createServer();
  await listen(probe, address);
  await new Promise((resolve) => probe.close(resolve));
}

/** Listens, or says in one sentence why not. */
export function listen(server: SocketServer, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      try {
        refuseToStart(complaint(error, { host, port }));
      } catch (refusal) {
        reject(refusal);
      }
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve();
    });
  });
}

function complaint(error: NodeJS.ErrnoException, { host, port }: Address): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} er opptatt: stopp det som bruker den, eller velg en annen, for eksempel med «PORT=${port + 1} npm start».`;
  }
  if (error.code === 'EACCES') return `Port ${port} krever flere rettigheter: velg en port over 1023.`;
  return `Boligflyt kan ikke lytte på ${host}:${port} (${error.code ?? error.message}).`;
}

/** Takes no more requests, and ends those that last. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await Promise.race([closed, wait(LAST_ANSWERS_MS)]);
  server.closeAllConnections();
  await closed;
}
