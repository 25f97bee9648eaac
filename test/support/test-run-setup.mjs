import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names a folder for this run of the tests; the first suite that needs PostgreSQL starts it there (test-server.ts). */
export default function setUp() {
  process.env.BOLIGFLYT_TEST_RUN = mkdtempSync(join(tmpdir(), 'boligflyt-test-'));
}
