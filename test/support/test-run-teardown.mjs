import { endTestRun } from './end-test-run.mjs';

export default function tearDown() {
  const folder = process.env.BOLIGFLYT_TEST_RUN;
  if (folder !== undefined) endTestRun(folder);
}
