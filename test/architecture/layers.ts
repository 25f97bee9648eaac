import { noneOf, type Gate } from './gate.js';
import type { SourceFile } from './source-tree.js';

// Who may import whom, one line a layer; a layer that is not named on the right is out of reach (architecture §2).
const layers: Readonly<Record<string, readonly string[]>> = {
  'src/shared': [],
  'src/engine/definition': ['src/shared'],
  'src/engine/expression': ['src/shared'],
  'src/engine/calendar': ['src/engine/definition', 'src/shared'],
  'src/engine/xml': [],
  'src/engine/diagram': ['src/engine/xml'],
  'src/engine/soundness': ['src/engine/definition', 'src/shared'],
  'src/engine/bpmn': [
    'src/engine/definition',
    'src/engine/expression',
    'src/engine/soundness',
    'src/engine/xml',
    'src/shared',
  ],
  'src/engine/machine': ['src/engine/definition', 'src/engine/expression', 'src/shared'],
  'src/engine/statechart': ['src/engine/definition', 'src/engine/instance', 'src/shared'],
  'src/engine/decision': ['src/engine/definition', 'src/engine/expression', 'src/engine/xml', 'src/shared'],
  'src/engine/instance': ['src/engine', 'src/shared'],
  'src/engine': ['src/engine'],
  'src/contract': ['src/shared'],
  'src/runtime': ['src/engine', 'src/shared'],
  'src/cases': ['src/runtime', 'src/engine', 'src/shared'],
  'src/store': ['src/runtime', 'src/engine', 'src/shared'],
  'src/jobs': ['src/runtime', 'src/shared'],
  'src/api': ['src/contract', 'src/runtime', 'src/cases', 'src/engine', 'src/shared'],
  'src/cli': ['src/contract', 'src/shared'],
  'src/testbench': ['src/runtime', 'src/engine', 'src/shared'],
  'src/app': ['src'],
  'web/src': ['src/contract'],
  bench: ['src/app', 'bench'],
};

const engineDoor = 'src/engine/index.ts';

/** Layers: who imports whom, the engine's one door, and `app` imported by nobody. */
export function measureLayers(files: readonly SourceFile[]): readonly Gate[] {
  const product = files.filter((file) => !file.isTest);
  return [
    noneOf('imports against the layers', product.flatMap(importsAgainstLayers)),
    noneOf('imports of the engine past its door', product.flatMap(importsPastDoor)),
    noneOf(
      'files in no layer',
      product.filter((file) => layerOf(file.path) === undefined).map(({ path }) => path),
    ),
    noneOf(
      'imports of nothing that exists',
      files.flatMap((file) => importsOfNothing(file, files)),
    ),
  ];
}

const layerOf = (path: string): string | undefined => Object.keys(layers).find((layer) => path.startsWith(`${layer}/`));

function importsAgainstLayers({ path, imports }: SourceFile): readonly string[] {
  const layer = layerOf(path);
  if (layer === undefined) return [];
  const allowed = [layer, ...(layers[layer] ?? [])];
  return imports
    .filter(({ file }) => file !== undefined && !allowed.some((folder) => file.startsWith(`${folder}/`)))
    .map(({ file }) => `${path} → ${file}`);
}

function importsPastDoor({ path, imports }: SourceFile): readonly string[] {
  if (path.startsWith('src/engine/')) return [];
  return imports
    .filter(({ file }) => file?.startsWith('src/engine/') && file !== engineDoor)
    .map(({ file }) => `${path} → ${file}`);
}

function importsOfNothing({ path, imports }: SourceFile, files: readonly SourceFile[]): readonly string[] {
  const known = new Set(files.map((file) => file.path));
  return imports
    .filter(({ file }) => file !== undefined && !known.has(file) && !/generated|\.(css|json|svg|mjs)$/.test(file))
    .map(({ specifier }) => `${path} → ${specifier}`);
}
