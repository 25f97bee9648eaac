import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinModules } from 'node:module';
import { atMost, noneOf, type Gate } from './gate.js';
import { root, type SourceFile } from './source-tree.js';

// Each library has one home; a library without a line here has none and is refused.
const homes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^bpmn-moddle$/, ['src/engine/bpmn']],
  [/^xstate$/, ['src/engine/machine']],
  [/^temporal-polyfill$/, ['src/engine/calendar']],
  [/^dmn-moddle$/, ['src/engine/decision']],
  [/^yaml$/, ['src/testbench/scenario']],
  [/^@prisma\//, ['src/store']],
  [/^pg$/, ['src/store', 'src/app/embedded-postgres']],
  [/^(bullmq|ioredis)$/, ['src/jobs']],
  [/^(@nestjs\/|rxjs$|reflect-metadata$|express$)/, ['src/api', 'src/jobs', 'src/app']],
  [/^zod$/, ['src/contract', 'src/api', 'src/app', 'src/cases', 'web/src']],
  [
    /^(cookie|embedded-postgres|helmet|nodemailer|oidc-provider|openid-client|pdfkit|pino|postal-mime|smtp-server|write-excel-file\/node)$/,
    ['src/app'],
  ],
  [/^read-excel-file\/universal$/, ['web/src/forms']],
  [/^(react$|react-dom|@tanstack|@digdir|bpmn-js|diagram-js|@fontsource|i18next|react-i18next)/, ['web/src']],
];

const withoutNode = ['src/engine', 'src/shared', 'src/contract', 'web/src'];
const mostOfServer = 30;
const mostOfEngine = 6;

/** Vendors: each in its home, no Node in the pure parts, few in all. */
export function measureVendors(files: readonly SourceFile[]): readonly Gate[] {
  const product = files.filter((file) => !file.isTest && !file.path.startsWith('bench/'));
  const ofEngine = [...new Set(product.filter(({ path }) => path.startsWith('src/engine/')).flatMap(vendorsOf))];
  const ofServer = Object.keys(readDependencies());
  return [
    noneOf('vendors away from their home', product.flatMap(awayFromHome)),
    noneOf('Node in engine, shared, contract or web', product.flatMap(nodeWhereNotAllowed)),
    noneOf(
      'vendors that are imported but not installed by name',
      product.flatMap((file) => notInstalled(file, ofServer)),
    ),
    atMost('runtime dependencies of the engine', { value: ofEngine.length, worst: ofEngine }, mostOfEngine),
    atMost('runtime dependencies of the server', { value: ofServer.length, worst: ofServer }, mostOfServer),
  ];
}

const isNode = (specifier: string): boolean => specifier.startsWith('node:') || builtinModules.includes(specifier);

const vendorsOf = ({ imports }: SourceFile): readonly string[] =>
  imports.filter(({ file, specifier }) => file === undefined && !isNode(specifier)).map(({ specifier }) => specifier);

function awayFromHome(file: SourceFile): readonly string[] {
  return vendorsOf(file)
    .filter((vendor) => {
      const home = homes.find(([name]) => name.test(vendor));
      return !home?.[1].some((folder) => file.path.startsWith(`${folder}/`));
    })
    .map((vendor) => `${file.path} → ${vendor}`);
}

function nodeWhereNotAllowed({ path, imports }: SourceFile): readonly string[] {
  if (!withoutNode.some((folder) => path.startsWith(`${folder}/`))) return [];
  return imports.filter(({ specifier }) => isNode(specifier)).map(({ specifier }) => `${path} → ${specifier}`);
}

function notInstalled(file: SourceFile, installed: readonly string[]): readonly string[] {
  if (!file.path.startsWith('src/')) return [];
  return vendorsOf(file)
    .map((vendor) => (vendor.startsWith('@') ? vendor.split('/').slice(0, 2).join('/') : (vendor.split('/')[0] ?? '')))
    .filter((name) => !installed.includes(name) && name !== 'express')
    .map((name) => `${file.path} → ${name}`);
}

function readDependencies(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies;
}
