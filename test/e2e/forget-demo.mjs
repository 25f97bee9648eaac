import { rm } from 'node:fs/promises';

export default async function forgetDemo() {
  if (process.env.DEMO_PLAYED) await rm(process.env.DEMO_PLAYED, { recursive: true, force: true });
}
