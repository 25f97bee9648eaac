import { mkdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';

const folder = 'docs/screenshots';
const mostBytes = 300_000;
const tallestPicture = 1_250;
const roomAbove = 120;
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

// The page's own language is not this test's: what runs there is written as text.
const runAxe = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => id + ': ' + help + ' (' + target.join(' ') + ')')))`;

/** Every accessibility violation on the page, with where it is. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(axeFile, 'utf8'));
  return page.evaluate<readonly string[]>(runAxe);
}

/**
 * Looks at a page as it stands: no accessibility violation, one h1, nothing wider than the screen; keeps a picture of it, from the top or
 * from a part of it.
 */
export async function lookAt(page: Page, picture: string, from?: Locator): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  const screen = page.viewportSize()?.width ?? 0;
  const path = `${folder}/${picture}.png`;
  await mkdir(folder, { recursive: true });
  const box = await from?.boundingBox();
  const scrolled = await page.evaluate<number>('window.scrollY');
  const top = box === undefined || box === null ? 0 : Math.max(0, box.y + scrolled - roomAbove);
  const clip = { x: 0, y: top, width: screen, height: Math.min(height - top, tallestPicture) };
  await page.screenshot({ path, fullPage: true, clip, animations: 'disabled' });

  await expectSound(page, picture);
  expect((await stat(path)).size).toBeLessThanOrEqual(mostBytes);
}

/** A page as it stands has no accessibility violation, one h1, and nothing wider than the screen. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  const headings = await page.getByRole('heading', { level: 1 }).count();
  const isWide = width > (page.viewportSize()?.width ?? 0);
  const found = { name, violations: await violationsOn(page), headings, isWide };
  expect(found).toEqual({ name, violations: [], headings: 1, isWide: false });
}
