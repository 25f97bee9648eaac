import type { Browser, Page } from 'playwright-core';

/** How wide the screen is: an office screen, or the narrowest phone that must work. */
export type Screen = 'desktop' | 'phone';

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 800 } };

interface Refused {
  readonly refused: number;
  readonly conflicts: number;
  readonly notFound: number;
  /** The server answered that it was asked too often. */
  readonly isRateLimited: boolean;
}

/** A person with a browser of their own, logged in through the real login pages. */
export interface Visitor {
  readonly page: Page;
  readonly open: (path: string, heading: string | RegExp) => Promise<void>;
  /** How many requests were meant to be refused: for what stood in them, for what stands already, and as if there were nothing there. */
  readonly leave: (meant?: Partial<Refused>) => Promise<void>;
}

/** What the browser complained about while the page was open; every line fails the test. */
function listenForComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Before anybody has logged in the page asks who is there, and is told nobody.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
  });
  return complaints;
}

/** Who visits what; without a name it is a stranger. */
export interface Visit {
  readonly browser: Browser;
  readonly url: string;
  readonly name?: string;
  readonly screen?: Screen;
}

/** Opens a browser for a person; with `name` the person logs in from the login page. */
export async function visit({ browser, url, name, screen = 'desktop' }: Visit): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: url, viewport: sizes[screen], locale: 'nb-NO' });
  const page = await context.newPage();
  const complaints = listenForComplaints(page);
  page.setDefaultTimeout(15_000);
  if (name !== undefined) {
    await page.goto('/');
    await page.getByRole('link', { name: 'Logg inn', exact: true }).click();
    await page.getByRole('button', { name }).click();
    await page.getByRole('banner').getByText(name).waitFor();
  }
  return {
    page,
    open: async (path, heading) => {
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    },
    leave: async ({ refused = 0, conflicts = 0, notFound = 0, isRateLimited = false } = {}) => {
      await context.close();
      const saying = (status: RegExp) => complaints.filter((complaint) => status.test(complaint));
      const refusals = [saying(/status of 4(00|22)/), saying(/status of 409/), saying(/status of 404/)];
      expect(refusals.map(({ length }) => length)).toEqual([refused, conflicts, notFound]);
      // React tells of what the page of refusals is shown for, once for each.
      const told = notFound > 0 || isRateLimited ? saying(/^ProblemError/) : [];
      const limited = isRateLimited ? saying(/status of 429/) : [];
      const meant = [...refusals.flat(), ...told, ...limited];
      expect(complaints.filter((complaint) => !meant.includes(complaint))).toEqual([]);
    },
  };
}
