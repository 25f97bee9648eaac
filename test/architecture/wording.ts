import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { noneOf, type Gate } from './gate.js';
import { collect, filesUnder, placeOf, root, type SourceFile } from './source-tree.js';

const forbiddenNames = /^(utils?|helpers?|commons?|types?|misc|managers?)\.(ts|tsx|mjs)$/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|mjs)$/;
const doors = /^src\/[a-z]+\/index\.ts$/;
const clockless = ['src/engine/', 'src/runtime/', 'src/store/'];
// Written apart, so that this file does not find itself.
const workplace = ['', 'work', ''].join('/');
const textFile = /\.(ts|tsx|mjs|md|json|ya?ml|bpmn|html|css|sql|prisma|txt)$/;
const everywhere = ['src', 'web', 'test', 'bench', 'docs', 'workflows', 'prisma', 'tools', '.ci', '.github'];

/** Names and words: how files are called, what may not be written, and clocks where time is an input. */
export function measureWording(files: readonly SourceFile[]): readonly Gate[] {
  const product = files.filter(({ isTest }) => !isTest);
  const texts = everywhere.flatMap(filesUnder).filter((path) => textFile.test(path) || path.startsWith('.ci/'));
  return [
    noneOf(
      'files called utils, helpers, common, types',
      files.filter(({ path }) => forbiddenNames.test(basename(path))).map(pathOf),
    ),
    noneOf('files not in kebab-case', files.filter(({ path }) => !kebabCase.test(basename(path))).map(pathOf)),
    noneOf('barrels beside the doors of the houses', product.filter(isBarrel).map(pathOf)),
    noneOf(
      'TODO without an issue number',
      files.flatMap((file) => linesWith(file, /\b(TODO|FIXME|XXX|HACK)\b(?!.*#\d+)/)),
    ),
    noneOf('clocks in engine, runtime or store', product.flatMap(clockReadings)),
    noneOf('jest.mock, fake timers', files.filter(({ isTest }) => isTest).flatMap(mocks)),
    noneOf(
      'names of workplaces',
      texts.filter((path) => readFileSync(join(root, path), 'utf8').includes(workplace)),
    ),
  ];
}

const pathOf = ({ path }: SourceFile): string => path;

const isBarrel = ({ path }: SourceFile): boolean => /^index\.tsx?$/.test(basename(path)) && !doors.test(path);

function linesWith({ path, text }: SourceFile, pattern: RegExp): readonly string[] {
  if (path === 'test/architecture/wording.ts') return [];
  return text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}`] : []));
}

function clockReadings(file: SourceFile): readonly string[] {
  if (!clockless.some((folder) => file.path.startsWith(folder))) return [];
  return collect(file, (node) => {
    const isNewDate = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
    const isNow = ts.isPropertyAccessExpression(node) && /^Date\.now$|^Temporal\.Now/.test(node.getText());
    const isChance =
      file.path.startsWith('src/engine/') && ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random';
    return isNewDate || isNow || isChance ? placeOf(file, node) : undefined;
  });
}

const mocks = (file: SourceFile): readonly string[] =>
  collect(file, (node) =>
    ts.isPropertyAccessExpression(node) && /^jest\.(mock|unstable_mockModule|useFakeTimers)$/.test(node.getText())
      ? placeOf(file, node)
      : undefined,
  );
