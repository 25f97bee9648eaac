import '../../tools/run-typescript.mjs';

// The demo's history is played once; each file of tests starts from a copy of it.
export default async function playDemoOnce() {
  const { playDemo } = await import('./support/running-app.ts');
  process.env.DEMO_PLAYED = await playDemo();
}
