import '../../tools/run-typescript.mjs';
import { useQuickTemp } from '../support/quick-temp.mjs';

// The demo's history is played once; each file of tests starts from a copy of it.
export default async function playDemoOnce() {
  useQuickTemp();
  const { playDemo } = await import('./support/running-app.ts');
  process.env.DEMO_PLAYED = await playDemo();
}
