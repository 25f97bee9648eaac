import type { Browser } from 'playwright-core';

/** Tells what stood on the pages that nobody left: a test that fails in the middle leaves its pages as it saw them. */
export async function tellOfLeftOpen(browser: Browser): Promise<void> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const text = await page.locator('body').innerText().catch(String);
    console.error(`A test ended on ${page.url()}, where it said:\n${text}`);
  }
}
