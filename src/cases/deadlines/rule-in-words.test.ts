import { readdir, readFile } from 'node:fs/promises';
import { computeDeadline, type DeadlineRule } from '../../engine/index.js';
import { readLegalBases } from '../decisions/legal-bases.js';
import { composeNotice } from '../notifications/compose-notice.js';
import { readNoticeTexts } from '../notifications/notice-texts.js';
import { readDeadlineRegister } from './read-deadline-register.js';
import { ruleInWords } from './rule-in-words.js';

type Said = Pick<DeadlineRule, 'name' | 'law' | 'start' | 'consequence'>;

const register = await readDeadlineRegister('workflows');
const prepared: readonly { readonly rules: readonly Said[] }[] = JSON.parse(
  await readFile('workflows/kommende-frister.json', 'utf8'),
);
const texts = await readNoticeTexts('workflows/meldinger');
const rules: readonly Said[] = [...register, ...prepared.flatMap((law) => law.rules)];

const wordsOf = ({ name, law, start, consequence }: Said): readonly string[] =>
  [name, law, start, consequence].flatMap((text) => text ?? []);

/** What the register says in bokmål, and nothing in nynorsk has. */
const nynorsk = Object.values(texts.nn.hvorfor.regler);
const inBokmalOnly = [...new Set(rules.flatMap(wordsOf))].filter(
  (text) => !nynorsk.some((said) => said.includes(text)),
);

// Words that no sentence in nynorsk has.
const bokmal =
  /(?<![\p{L}-])(ikke|uker?|måned(er)?|dager|noen|hva|fra|en|et|boliger|søkeren|saken|oppgaven|loven|begrunnelsen)(?![\p{L}-])/iu;

describe('the register of deadlines', () => {
  it.each(['nn', 'en'] as const)('has words in %s for every name, start, law and consequence', (language) => {
    const { regler } = texts[language].hvorfor;

    expect([...new Set(rules.flatMap(wordsOf))].filter((text) => regler[text] === undefined)).toEqual([]);
  });

  it('says nothing in bokmål where it speaks nynorsk', () => {
    const said = rules.flatMap((rule) => wordsOf(ruleInWords(rule, texts.nn.hvorfor)));

    expect(said.filter((text) => bokmal.test(text))).toEqual([]);
  });

  it('says in bokmål what a municipality has added without other words for it', () => {
    expect(ruleInWords({ name: 'Ny frist', law: 'Lokal frist, ikke lovfestet' }, texts.nn.hvorfor)).toEqual({
      name: 'Ny frist',
      law: 'Lokal frist, ikkje lovfesta',
    });
  });
});

/** The name of a rule, why the date is as it is, and its law, as a message in nynorsk says them. */
function messageAbout(rule: DeadlineRule): string {
  const { varsler } = texts.nn;
  const everything = { emne: '{{regel}}', tekst: '{{hvorfor}}\n{{lov}}' };
  const wording = {
    texts: { ...texts.nn, varsler: { ...varsler, reminder: everything } },
    register,
    language: 'nn',
  } as const;
  const about = { kind: 'reminder', taskName: 'Oppgåve', caseTitle: 'Sak', link: 'https://boligflyt.test' } as const;
  const { subject, text } = composeNotice(wording, { ...about, deadline: computeDeadline(rule, '2026-11-25') })('Kari');
  return `${subject}\n${text}`;
}

describe('a message in nynorsk', () => {
  it('calls each of the rules by its name in nynorsk, and has no word of the register in bokmål', () => {
    const said = register.map((rule) => ({ rule, text: messageAbout(rule) }));

    const named = ({ rule, text }: (typeof said)[number]) =>
      text.includes(`${rule.id} ${texts.nn.hvorfor.regler[rule.name]}`);
    expect(said.filter((one) => !named(one))).toEqual([]);
    expect(said.flatMap(({ text }) => inBokmalOnly.filter((words) => text.includes(words)))).toEqual([]);
    expect(said.length).toBeGreaterThan(150);
  });
});

describe('a letter in nynorsk', () => {
  it('has no name of a rule in bokmål', async () => {
    const files = await readdir('workflows/brev/nn');
    const letters = await Promise.all(files.map((file) => readFile(`workflows/brev/nn/${file}`, 'utf8')));

    const names = inBokmalOnly.filter((text) => register.some(({ name }) => name === text));
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((_file, at) => names.some((name) => letters[at]?.includes(name)))).toEqual([]);
  });

  it('calls those who take an appeal by their name in nynorsk', async () => {
    const bases = await readLegalBases('workflows/hjemler.json');

    expect([...new Set(bases.map(({ appealBody, appealBodyIn }) => `${appealBody}: ${appealBodyIn.nn}`))]).toEqual([
      'klagenemnda i kommunen: klagenemnda i kommunen',
      'Statsforvalteren: Statsforvaltaren',
    ]);
  });
});
