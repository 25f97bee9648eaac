import type { Page } from 'playwright-core';

/** Fills in every field of the form on the page that must be and is not yet: text, figures, dates and choices. */
export async function fillIn(page: Page): Promise<void> {
  const form = page.getByRole('main').locator('form');
  for (const box of await form.locator('input[required], textarea[required]').all()) {
    if ((await box.inputValue()) !== '') continue;
    const kind = await box.getAttribute('type');
    const isNumber = (await box.getAttribute('inputmode')) !== null;
    await box.fill(kind === 'date' ? '2026-12-01' : isNumber ? '2' : 'Avklart i samtale.');
  }
  for (const group of await form.locator('fieldset').filter({ hasText: '(må fylles ut)' }).all()) {
    if ((await group.getByRole('radio', { checked: true }).count()) === 0)
      await group.getByRole('radio').last().check();
  }
}
