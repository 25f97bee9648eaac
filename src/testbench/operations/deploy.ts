import { processesTwice, type Diagnostic } from '../../engine/index.js';
import { deploySet } from '../host/deploy-set.js';
import { readOptions } from '../host/options.js';
import { plainDiagnostic, readFiles, undeployable, type FileReading } from '../host/read-files.js';
import type { Operation } from './operation.js';

/** Deploys a set of files, all of them or none. */
export const deploy: Operation = async (bench, request) => {
  const files = request.objects('files').map((file) => ({ name: file.text('name'), content: file.text('content') }));
  const options = readOptions(request.optionalObject('options') ?? {}, bench.host.options);
  const { readings, warnings } = await readFiles(files, { options, known: bench.host.decisions.models() });
  const twice = foundTwice(readings);
  if (twice.length > 0) throw undeployable(twice);

  bench.host.options = options;
  const { processes, decisions } = deploySet(bench.host, readings);
  bench.settle();
  return {
    processes: processes.map(({ definition: { key, version } }) => ({ key, version })),
    decisions: decisions.map((decision) => ({ ...decision })),
    warnings: warnings.map(plainDiagnostic),
  };
};

function foundTwice(readings: readonly FileReading[]): readonly Diagnostic[] {
  return processesTwice(readings.flatMap((one) => (one.kind === 'bpmn' ? one.definitions.map(({ key }) => key) : [])));
}
