import { z } from 'zod';
import { parseLetterTemplate } from '../../src/cases/letters/letter-template.js';
import { lixOf, placeholder, sentencesOf } from './readability.js';
import { letterIds, nynorskLetterIds, readWorkflow, readWorkflowJson } from './workflow-files.js';

const words = z.array(z.object({ word: z.string(), instead: z.string() }));
const rules = z
  .object({
    highestLix: z.number(),
    mostWordsInSentence: z.number(),
    bureaucratic: z.object({ nb: words, nn: words }),
    notIn: z.object({ nb: z.string(), nn: z.string() }),
  })
  .parse(readWorkflowJson('klarsprak.json'));

const files = { nb: 'brev', nn: 'brev/nn' } as const;
const letters = letterIds.flatMap((id) => (['nb', 'nn'] as const).map((language) => [id, language] as const));

it('has every letter in bokmål and in nynorsk, and none in nynorsk only', () => {
  expect(nynorskLetterIds).toEqual(letterIds);
  expect(letterIds.length).toBeGreaterThanOrEqual(30);
});

it.each([...letterIds])('says in %s the same with the same values, headings and lists in both', (id) => {
  const [nb, nn] = [readWorkflow(`brev/${id}.md`), readWorkflow(`brev/nn/${id}.md`)];

  expect(nn.match(placeholder)).toEqual(nb.match(placeholder));
  expect(nn.match(/^(#+|-|\d+\.) /gm)).toEqual(nb.match(/^(#+|-|\d+\.) /gm));
  expect(nn.split('\n')).toHaveLength(nb.split('\n').length);
});

describe.each(letters)('the letter %s in %s', (id, language) => {
  const { title, body } = parseLetterTemplate(readWorkflow(`${files[language]}/${id}.md`));
  const sentences = sentencesOf(`${title}\n${body}`);
  const used = new Set(sentences.flat().map((word) => word.toLowerCase()));

  it(`is easy to read: LIX at most ${rules.highestLix}, no sentence over ${rules.mostWordsInSentence} words`, () => {
    expect(lixOf(body)).toBeLessThanOrEqual(rules.highestLix);
    expect(sentences.filter((sentence) => sentence.length > rules.mostWordsInSentence)).toEqual([]);
  });

  it('has no word that only an office uses', () => {
    expect(rules.bureaucratic[language].filter(({ word }) => used.has(word))).toEqual([]);
  });

  it('is written in one form of Norwegian', () => {
    expect(rules.notIn[language].split(' ').filter((word) => used.has(word))).toEqual([]);
  });

  it('has a title, a greeting and a sender', () => {
    expect(title).not.toBe('');
    expect(body).toMatch(/^Hei/);
    expect(body).toMatch(language === 'nb' ? /\nHilsen\n\p{Lu}/u : /\nHelsing\n\p{Lu}/u);
  });
});

it('measures what it says: a hard text is over 35, an easy one far under', () => {
  const hard =
    'Vedrørende ovennevnte boligtildelingssak foreligger dokumentasjonskrav som medfører saksbehandlingsforsinkelser.';

  expect(Math.round(lixOf(hard))).toBe(96);
  expect(Math.round(lixOf('Du får svar i dag. Ring oss om du lurer på noe.'))).toBe(6);
});
