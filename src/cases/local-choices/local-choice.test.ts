import { readFileSync } from 'node:fs';
import { mayChoose, readLocalChoice, valueText } from './local-choice.js';
import type { LocalChoice } from './local-choice.js';
import { writeLocalChoice } from './write-local-choice.js';

const delivered = (id: string): string => readFileSync(`workflows/lokalt-valg/${id}.dmn`, 'utf8');

async function choiceIn(dmn: string): Promise<LocalChoice> {
  const choice = await readLocalChoice(dmn);
  if (choice === undefined) throw new Error('Expected a local choice');
  return choice;
}

it('hears from us after 80 days as it is delivered, and the municipality may say from 14 to 80', async () => {
  const choice = await choiceIn(delivered('kontakt-hver'));

  expect(choice).toMatchObject({
    ...{
      id: 'kontakt-hver',
      question: 'Hvor ofte skal den som venter på bolig, høre fra oss?',
    },
    ...{ value: 80, allowed: { kind: 'number', least: 14, most: 80, unit: 'dager' } },
  });
  expect([13, 14, 80, 81, 30.5, true].map((value) => mayChoose(choice, value))).toEqual([
    ...[false, true, true, false, false, false],
  ]);
  expect(valueText(choice, choice.value)).toBe('80 dager');
});

it('lets nobody wait longer than the deadlines say: 80 of 90 days between contacts (D12), 6 of 6 months between checks (D13)', async () => {
  const rules: readonly { id: string; length: { days?: number; period?: string } }[] = JSON.parse(
    readFileSync('workflows/frister.json', 'utf8'),
  );
  const lengthOf = (id: string) => rules.find((rule) => rule.id === id)?.length;
  const [contact, check] = [await choiceIn(delivered('kontakt-hver')), await choiceIn(delivered('sjekk-hver'))];

  expect([contact.allowed, lengthOf('D12')]).toMatchObject([{ most: 80, unit: 'dager' }, { period: 'P90D' }]);
  expect([check.allowed, lengthOf('D13')]).toMatchObject([{ most: 6, unit: 'måneder' }, { period: 'P6M' }]);
});

it('is yes or no whether an allocation is a decision of its own', async () => {
  const choice = await choiceIn(delivered('tildeling-er-vedtak'));

  expect(choice).toMatchObject({ value: false, allowed: { kind: 'yes-no' } });
  expect([true, false, 1].map((value) => mayChoose(choice, value))).toEqual([true, true, false]);
  expect([true, false].map((value) => valueText(choice, value))).toEqual(['ja', 'nei']);
});

it('is a day of the week on which the round begins: five of them, as people say them', async () => {
  const choice = await choiceIn(delivered('rundedag'));

  expect(choice).toMatchObject({
    value: 'Tuesday',
    allowed: { kind: 'weekday', days: expect.arrayContaining(['Monday']) },
  });
  expect(['Monday', 'Friday', 'Saturday', 'tirsdag', 2].map((value) => mayChoose(choice, value))).toEqual([
    ...[true, true, false, false, false],
  ]);
  expect(valueText(choice, 'Thursday')).toBe('torsdag');
  const written = await writeLocalChoice(delivered('rundedag'), { value: 'Thursday', reason: 'Mandag er full.' });
  expect(await choiceIn(written)).toEqual({ ...choice, value: 'Thursday', reason: 'Mandag er full.' });
});

it('is written with its reason, whatever is in it, and everything else stays', async () => {
  const reason = 'Ventetida er lang. $1 & «<60>» dager holder.';

  const written = await writeLocalChoice(delivered('kontakt-hver'), { value: 60, reason });

  expect(await choiceIn(written)).toEqual({ ...(await choiceIn(delivered('kontakt-hver'))), value: 60, reason });
  expect(written.length - delivered('kontakt-hver').length).toBeLessThan(reason.length + 20);
});

it('keeps a reason that was pasted from a letter, in two paragraphs with spaces around them', async () => {
  const written = await writeLocalChoice(delivered('kontakt-hver'), {
    value: 60,
    reason: '  Ventetida er lang.\r\n\r\nSagt i møtet\u00a0 den 3.\u000b\t ',
  });

  expect((await choiceIn(written)).reason).toBe('Ventetida er lang.\n\nSagt i møtet\u00a0 den 3.');
});

it('is not written with what the municipality may not choose', async () => {
  await expect(writeLocalChoice(delivered('kontakt-hver'), { value: 81, reason: 'Lenger' })).rejects.toThrow(
    'allow 81',
  );
  await expect(writeLocalChoice(delivered('kontakt-hver'), { value: true, reason: 'Ja' })).rejects.toThrow(
    'allow true',
  );
});

it('is none where a table has several rows or another namespace', async () => {
  expect(
    await readLocalChoice(readFileSync('workflows/ventelisterunde/prioriteringsnokkel.dmn', 'utf8')),
  ).toBeUndefined();
  expect(await readLocalChoice(delivered('kontakt-hver').replace('/lokalt-valg/', '/annet/'))).toBeUndefined();
  expect(await readLocalChoice('hei')).toBeUndefined();
});
