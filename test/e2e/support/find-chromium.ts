import { existsSync } from 'node:fs';

/** Where Chromium is: CHROMIUM_PATH, or where Debian puts it; undefined when there is none. */
export const findChromium = (): string | undefined =>
  [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path));
