import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findChromium } from './find-chromium.js';
import { tellOfLeftOpen } from './left-open.js';
import { startApp } from './running-app.js';
import type { RunningApp } from './running-app.js';
import { visit } from './visitor.js';
import type { Visit, Visitor } from './visitor.js';

/** What a story has to itself: an application and a browser. */
export interface Stage {
  readonly visit: (who?: Omit<Visit, 'browser' | 'url'>) => Promise<Visitor>;
  /** Where the application is. */
  readonly address: () => string;
}

/** Tells a story in Chromium, on an application of its own; without Chromium it is skipped, by name. */
export function inChromium(story: string, tell: (stage: Stage) => void): void {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    console.warn(`Skipped “${story}”: no Chromium. Set CHROMIUM_PATH, or install Debian’s package chromium.`);
  }
  const describeInBrowser = executablePath === undefined ? describe.skip : describe;

  describeInBrowser(story, () => {
    let app: RunningApp;
    let browser: Browser;

    beforeAll(async () => {
      app = await startApp();
      browser = await chromium.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
      });
    }, 180_000);
    afterAll(async () => {
      if (browser !== undefined) await tellOfLeftOpen(browser);
      await browser?.close();
      await app?.stop();
    }, 30_000);

    tell({ visit: (who) => visit({ ...who, browser, url: app.url }), address: () => app.url });
  });
}
