import { fillTemplate } from '../../src/cases/fill-template.js';
import { parseLetterTemplate } from '../../src/cases/letters/letter-template.js';
import type { JsonObject } from '../../src/shared/json.js';
import { PathPlayer, pathsOf } from './path-player.js';
import { processKeys, readWorkflow, readWorkflowJson } from './workflow-files.js';

/** What `send-brev` adds to the variables of the case. */
const added: JsonObject = {
  navn: 'Siv Dahl',
  saksnavn: 'Sak',
  saksnummer: '1',
  dato: '2026-11-25',
  kommune: 'Kommune',
  klageinstans: 'klagenemnda i kommunen',
};

it.each([
  'vedtak-innvilget',
  'vedtak-avslag',
  'vedtak-boligsosial-hjelp',
  'vedtak-tildeling',
  'tildeling',
  'tatt-av-lista',
  'vedtak-botilbud',
  'vedtak-botilbud-avslag',
  'vedtak-nytt-sted',
  'hf-ikke-inntak',
  'bytte-innvilget',
  'bytte-avslag',
])('tells in %s why, and how to appeal within three weeks', (id) => {
  for (const [file, period] of [
    [`brev/${id}.md`, 'tre uker'],
    [`brev/nn/${id}.md`, 'tre veker'],
  ] as const) {
    const { body } = parseLetterTemplate(readWorkflow(file));
    expect(body).toMatch(/\{\{(vedtak|tildeling|tattAvLista|svar)Begrunnelse\}\}/);
    expect(body).toContain('klage');
    expect(body).toContain(period);
    expect(body).toContain('{{klageinstans}}');
  }
});

it.each([...processKeys])('fills every letter of %s on every path', async (key) => {
  for (const path of pathsOf(key).paths) {
    const player = await PathPlayer.on(key, path);
    for (const step of path.steps) player.play(step);

    for (const event of player.case.journal) {
      if (event.type !== 'JobCreated' || event.job.type !== 'send-brev') continue;
      const id = event.job.headers['brev'] ?? '';
      const values = { ...event.variables, ...added };
      for (const file of [`brev/${id}.md`, `brev/nn/${id}.md`])
        expect(fillTemplate(readWorkflow(file), values)).not.toMatch(/\{\{|null|undefined/);
    }
  }
});

it.each(['brev/begrunnelse.md', 'brev/nn/begrunnelse.md'])(
  '%s says what was written as one text in a case of before, and leaves out what nobody asked for then',
  (file) => {
    const letter = fillTemplate(readWorkflow(file), { ...added, utdypetBegrunnelse: 'Du har en egnet bolig.' });

    expect(letter).toContain('Du har en egnet bolig.');
    expect(letter.match(/^## .*$/gm)).toHaveLength(2);
  },
);

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
