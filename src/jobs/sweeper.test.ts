import { idOf } from '../shared/id.js';
import { Sweeper } from './sweeper.js';

const municipalities = ['orkland', 'trondheim'].map((name) => idOf<'Tenant'>(name));

it('sweeps Trondheim also where Orkland fails, and says so', async () => {
  const swept: string[] = [];
  const failures: unknown[] = [];
  const drain = async (tenant: string): Promise<void> => {
    if (tenant === 'orkland') throw new Error('unreadable');
    swept.push(tenant);
  };
  const options = { everyMs: 60_000, onFailure: (failure: unknown) => void failures.push(failure) };
  const sweeper = new Sweeper({ tenants: async () => municipalities }, drain, options);

  await sweeper.start();
  await sweeper.stop();

  expect(swept).toEqual(['trondheim']);
  expect(failures).toEqual([new Error('unreadable')]);
});
