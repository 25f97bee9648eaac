import { fillTemplate } from '../../src/cases/fill-template.js';
import { parseLetterTemplate } from '../../src/cases/letters/letter-template.js';
import type { JsonObject } from '../../src/shared/json.js';
import { PathPlayer, pathsOf } from './path-player.js';
import { letterIds, processKeys, readWorkflow, readWorkflowJson } from './workflow-files.js';

const placeholder = /\{\{[^}]*\}\}/g;

/** LIX: words per sentence, and the share of words longer than six letters. A line is a sentence too. */
function lixOf(text: string): number {
  const sentences = text
    .replace(placeholder, 'ord')
    .split(/[.!?:](?=\s|$)|\n+/)
    .filter((sentence) => /\p{L}/u.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}-]+/gu) ?? []);
  const long = words.filter((word) => word.length > 6).length;
  return words.length / sentences.length + (100 * long) / words.length;
}

/** What `send-brev` adds to the variables of the case. */
const added: JsonObject = {
  navn: 'Siv Dahl',
  saksnavn: 'Sak',
  saksnummer: '1',
  dato: '2026-11-25',
  kommune: 'Kommune',
  klageinstans: 'klagenemnda i kommunen',
};

describe.each([...letterIds])('the letter %s', (id) => {
  const { title, body } = parseLetterTemplate(readWorkflow(`brev/${id}.md`));

  it('has a title, a greeting and a sender', () => {
    expect(title).not.toBe('');
    expect(body).toMatch(/^Hei/);
    expect(body).toMatch(/\nHilsen\n\p{Lu}/u);
  });

  it('is easy to read: LIX at most 35', () => {
    expect(lixOf(body)).toBeLessThanOrEqual(35);
  });
});

it.each([
  'vedtak-innvilget',
  'vedtak-avslag',
  'tildeling',
  'tatt-av-lista',
  'vedtak-botilbud',
  'vedtak-botilbud-avslag',
  'vedtak-nytt-sted',
  'hf-ikke-inntak',
])('tells in %s why, and how to appeal within three weeks', (id) => {
  const { body } = parseLetterTemplate(readWorkflow(`brev/${id}.md`));

  expect(body).toMatch(/\{\{(vedtak|tildeling|tattAvLista|svar)Begrunnelse\}\}/);
  expect(body).toContain('klage');
  expect(body).toContain('tre uker');
  expect(body).toContain('{{klageinstans}}');
});

it.each([...processKeys])('fills every letter of %s on every path', async (key) => {
  for (const path of pathsOf(key).paths) {
    const player = await PathPlayer.on(key, path);
    for (const step of path.steps) player.play(step);

    for (const event of player.case.journal) {
      if (event.type !== 'JobCreated' || event.job.type !== 'send-brev') continue;
      const { title, body } = parseLetterTemplate(readWorkflow(`brev/${event.job.headers['brev'] ?? ''}.md`));
      const values = { ...event.variables, ...added };
      expect(fillTemplate(`${title}\n${body}`, values)).not.toMatch(/\{\{|null|undefined/);
    }
  }
});

it('tells the nine stages of the journey, each with who, what, a phone number and something to do', () => {
  const stages = readWorkflowJson('boligsokerreise.json');

  expect(stages).toHaveLength(9);
  expect(stages).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((stage) => ({
      stage,
      name: expect.any(String),
      who: expect.any(String),
      what: expect.any(String),
      phone: expect.stringMatching(/^\d\d \d\d \d\d \d\d$/),
      canDo: expect.arrayContaining([expect.any(String)]),
    })),
  );
});

it.each([
  ['tjenestevedtak', '{{tjenesteBegrunnelse}}'],
  ['tjenestevedtak-forlenget', '{{forlengelseBegrunnelse}}'],
])('tells in %s why, and how to appeal within the four weeks of pbrl. § 7-5', (id, reasons) => {
  const { body } = parseLetterTemplate(readWorkflow(`brev/${id}.md`));

  expect(body).toContain(reasons);
  expect(body).toContain('klage');
  expect(body).toContain('fire uker');
  expect(body).toContain('{{klageinstans}}');
});

describe.each([
  'kvittering',
  'vedtak-avslag',
  'vedtak-innvilget',
  'tjenestevedtak',
  'tjenestevedtak-forlenget',
  'tjenestevedtak-star',
])('the letter %s in nynorsk', (id) => {
  const [nb, nn] = [readWorkflow(`brev/${id}.md`), readWorkflow(`brev/nn/${id}.md`)];

  it('says the same with the same values, and is easy to read', () => {
    expect(nn.match(placeholder)).toEqual(nb.match(placeholder));
    expect(nn.match(/^#+ /gm)).toEqual(nb.match(/^#+ /gm));
    expect(lixOf(parseLetterTemplate(nn).body)).toBeLessThanOrEqual(35);
  });

  it('is not bokmål', () => {
    expect(nn).not.toMatch(/\b(ikke|bolig|hva|uker|jeg|også er)\b/i);
  });
});
