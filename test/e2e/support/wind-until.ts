import type { Page } from 'playwright-core';

const mostSteps = 60;

/** “24.12.2026” of “torsdag 24. desember 2026”. */
const shortDate = (long: string): string => {
  const [, day = '', month = '', year = ''] = /(\d+)\. (\S+) (\d{4})/.exec(long) ?? [];
  return `${day.padStart(2, '0')}.${String(months.indexOf(month) + 1).padStart(2, '0')}.${year}`;
};

const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];

/** Winds the demo's clock forward with its button, a day at a time, until it shows `date`, e.g. “24.12.2026”. */
export async function windUntil(page: Page, date: string): Promise<void> {
  const clock = page.getByRole('region', { name: 'Demoklokke' });
  const today = clock.locator('strong');
  for (let step = 0; step < mostSteps; step += 1) {
    const before = await today.innerText();
    if (shortDate(before) === date) return;
    await clock.getByRole('button', { name: 'Spol fram: en dag' }).click();
    await today.filter({ hasNotText: before }).waitFor();
    await clock.getByText(/^Datoen er nå/).waitFor();
  }
  throw new Error(`Expected the demo's clock to reach ${date} within ${mostSteps} days, but it did not`);
}
