import { measureDeadExports } from './architecture/dead-exports.js';
import { measureDocumentedExports } from './architecture/documented-exports.js';
import { tableOf } from './architecture/gate.js';
import { measureImportCycles } from './architecture/import-cycles.js';
import { measureLayers } from './architecture/layers.js';
import { measureSizes } from './architecture/sizes.js';
import { readSourceTree } from './architecture/source-tree.js';
import { measureTypeSafety } from './architecture/type-safety.js';
import { measureVendors } from './architecture/vendor-homes.js';
import { measureWording } from './architecture/wording.js';

const files = readSourceTree();
const gates = [
  measureLayers,
  measureVendors,
  measureImportCycles,
  measureSizes,
  measureTypeSafety,
  measureDocumentedExports,
  measureDeadExports,
  measureWording,
].flatMap((measure) => measure(files));

describe('the house', () => {
  beforeAll(() => {
    process.stdout.write(tableOf(gates));
  });

  it.each(gates.map((gate) => [gate.measure, gate.limit, gate] as const))(
    'keeps %s at %s',
    (_measure, _limit, gate) => {
      expect(gate.breaches).toEqual([]);
    },
  );
});
