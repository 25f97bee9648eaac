import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const file = 'docs/domain-scenarios.md';

interface Told {
  readonly number: number;
  readonly name: string;
  readonly path: string;
}

/** The numbers at the head of a test's name: «scenario 12: …», «scenarios 31, 32 and 38: …». */
const numbersOf = (name: string): readonly number[] =>
  [...(/^scenarios? ([\d, and]+)/.exec(name)?.[1] ?? '').matchAll(/\d+/g)].map(([number]) => Number(number));

const testsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
    .toSorted();

const told = ['src', 'test']
  .flatMap(testsIn)
  .flatMap((path): readonly Told[] =>
    [...readFileSync(path, 'utf8').matchAll(/(['"`])(scenarios? \d.*?)\1/g)].flatMap(([, , name = '']) =>
      numbersOf(name).map((number) => ({ number, name, path })),
    ),
  );

const all = Array.from({ length: 52 }, (_, index) => index + 1);

it('tells every one of the 52 scenarios of the domain register §7 in a test with its number in the name', () => {
  const numbers = new Set(told.map(({ number }) => number));

  expect(all.filter((number) => !numbers.has(number))).toEqual([]);
  expect([...numbers].filter((number) => !all.includes(number))).toEqual([]);
});

it('lists them in docs/domain-scenarios.md (npm run domain-scenarios writes it)', async () => {
  const rows = told.toSorted((one, other) => one.number - other.number || one.path.localeCompare(other.path));
  const lines = rows.map(({ number, name, path }) => {
    const text = name.replace(/^scenarios? [\d, and]+[:,]? */, '').replaceAll('|', '\\|');
    return `| ${number} | ${text} | [${path}](../${path}) |`;
  });
  const head = [
    '# The scenarios of the domain, and where each is tested',
    'The register has 52 scenarios (§7). Each is a test with its number in the name; this list is written from those names.',
    ['| no. | what holds | test |', '| --- | --- | --- |', ...lines].join('\n'),
  ];
  const page = await format(head.join('\n\n'), { ...(await resolveConfig(file)), parser: 'markdown' });
  if (process.env['BOLIGFLYT_WRITE_SCENARIOS'] === '1') writeFileSync(file, page);

  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(page);
});
