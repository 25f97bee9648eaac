import { chromium } from 'playwright-core';
import { findChromium } from './support/find-chromium.js';
import { lookAt } from './support/look-at.js';
import { startApp } from './support/running-app.js';
import { visit } from './support/visitor.js';

const executablePath = findChromium();
const itInBrowser = executablePath === undefined ? it.skip : it;

itInBrowser(
  'a home is found among the free ones of a building and kept, in Chromium',
  async () => {
    const app = await startApp();
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    });
    try {
      const bjorn = await visit({ browser, url: app.url, name: 'Bjørn Moe' });
      await bjorn.open('/boliger', 'Boliger');
      await bjorn.page.getByText('Ledige', { exact: true }).click();
      await bjorn.page.getByLabel('Bygg').selectOption('bis');
      await bjorn.page.getByRole('link', { name: 'Bispegata 9, bolig 01' }).waitFor();
      await lookAt(bjorn.page, '18-boliger');
      await bjorn.page.getByRole('link', { name: 'Bispegata 9, bolig 01' }).click();
      await bjorn.page.getByRole('button', { name: 'Hold av boligen' }).click();
      await bjorn.page.getByText(/Holdt av siden/).waitFor();
      await lookAt(bjorn.page, '19-bolig');
      await bjorn.leave();
    } finally {
      await browser.close();
      await app.stop();
    }
  },
  240_000,
);
