import { mkdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const folder = 'docs/screenshots';
const mostBytes = 300_000;
const tallestPicture = 1_600;
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

// The page's own language is not this test's: what runs there is written as text.
const runAxe = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => id + ': ' + help + ' (' + target.join(' ') + ')')))`;

/** Every accessibility violation on the page, with where it is. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(axeFile, 'utf8'));
  return page.evaluate<readonly string[]>(runAxe);
}

/** Looks at a page as it stands: no accessibility violation, one h1, nothing wider than the screen; keeps a picture. */
export async function lookAt(page: Page, picture: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  const screen = page.viewportSize()?.width ?? 0;
  const path = `${folder}/${picture}.png`;
  await mkdir(folder, { recursive: true });
  const clip = { x: 0, y: 0, width: screen, height: Math.min(height, tallestPicture) };
  await page.screenshot({ path, fullPage: true, clip, animations: 'disabled' });

  expect({ picture, violations: await violationsOn(page) }).toEqual({ picture, violations: [] });
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(width).toBeLessThanOrEqual(screen);
  expect((await stat(path)).size).toBeLessThanOrEqual(mostBytes);
}
