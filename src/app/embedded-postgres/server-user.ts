import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuseToStart } from '../start-refusal.js';

/** The operating system's user that the embedded server runs as; absent means the one who runs Boligflyt. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Root therefore lends it to the owner of the data, else to the owner of the
 * project's folder, else to `postgres` or `nobody`: users that exist, so that nothing is added to the machine.
 */
export function serverUserFor(dataFolder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;

  const owners = [`${dataFolder}/postgres`, dataFolder, dirname(dataFolder)].map(ownerOf);
  const known = [passwdEntry('postgres'), passwdEntry('nobody')];
  return (
    [...owners, ...known].find((user) => user !== undefined && user.uid !== 0 && hasName(user)) ??
    refuseToStart(
      'PostgreSQL kan ikke kjøre som root, og maskinen har verken brukeren postgres eller nobody: start Boligflyt som en vanlig bruker.',
    )
  );
}

/** True when `user` can walk down to `path` through every folder above it. */
export function mayReach(user: ServerUser, path: string): boolean {
  const folder = dirname(path);
  if (folder === path) return true;

  const { mode, uid, gid } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 && mayReach(user, folder);
}

function ownerOf(path: string): ServerUser | undefined {
  const { uid, gid } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

// initdb looks its own user up by number and stops when there is no name.
const hasName = (user: ServerUser): boolean => passwdLines().some(([, , uid]) => Number(uid) === user.uid);

function passwdEntry(name: string): ServerUser | undefined {
  const [, , uid, gid] = passwdLines().find(([user]) => user === name) ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

const passwdLines = (): string[][] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
