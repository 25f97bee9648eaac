import { testFolder } from '../../src/testbench/scenario/test-folder.js';
import { processKeys } from './workflow-files.js';

describe('the scenarios beside our own processes', () => {
  it('hold, every one of them', async () => {
    const { text, holds, reports } = await testFolder('workflows');

    if (!holds) process.stdout.write(text);
    expect(holds).toBe(true);
    expect(reports.map(({ outcomes }) => outcomes.length).every((count) => count > 0)).toBe(true);
    expect(reports).toHaveLength(processKeys.length);
  });
});
