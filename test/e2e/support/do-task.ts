import type { Page } from 'playwright-core';
import { fillIn } from './fill-in.js';
import type { Visitor } from './visitor.js';

/** A task as somebody finds it in the inbox, and what they answer beyond the plainest. */
export interface TaskToDo {
  readonly task: RegExp;
  /** The case it is in, where several have such a task. */
  readonly of?: string;
  readonly list?: 'Mine' | 'Ufordelte';
  readonly answer?: (page: Page) => Promise<void>;
}

/** Finds a task in the inbox, takes it unless it is taken, fills in its form and completes it. Stays on the task's page. */
export async function doTask(visitor: Visitor, { task, of = '', list = 'Ufordelte', answer }: TaskToDo): Promise<void> {
  const { page } = visitor;
  await visitor.open('/innboks', 'Innboks');
  await page.getByText(list, { exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: of });
  await row.getByRole('link', { name: task }).first().click();
  await page.getByRole('heading', { level: 1, name: task }).waitFor();
  if (list === 'Ufordelte') await page.getByRole('button', { name: 'Ta oppgaven', exact: true }).click();

  await page.getByRole('button', { name: 'Fullfør oppgaven' }).waitFor();
  await answer?.(page);
  await fillIn(page);
  await page.getByRole('button', { name: 'Fullfør oppgaven' }).click();
  await page.getByText('Oppgaven er fullført').waitFor();
}
