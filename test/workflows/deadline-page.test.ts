import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { deadlinePage } from './deadline-page.js';
import { deadlineRegister } from './deadline-register.js';

const file = 'docs/deadlines.md';

it('shows every deadline in docs/deadlines.md as the register has it (npm run deadlines writes it)', async () => {
  const page = await format(deadlinePage, { ...(await resolveConfig(file)), parser: 'markdown' });
  if (process.env['BOLIGFLYT_WRITE_DEADLINES'] === '1') writeFileSync(file, page);

  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(page);
});

it('holds every row of the domain register §3.2', () => {
  const wanted =
    `D01 D02 D03 D04 D04B D05 D06 D07 D08 D09 D09B D10 D11 D12 D13 D14 D15-14 D15-30 D15-60 D16-75 D16-3M D20 D21-30
    D21-90 D22 D23-3M D23-12M D24 D30 D31 D31B D32 D33 D34 D35-12U D35-3U D35B-FK D35B-IG D35B-KF D35B-KI D35B-KU D36 D36B
    D37 D40 D40B D41 D42 D43 D44 D44B D45 D46 D47 D48-6M D48-3M D48-1M D50-3U D50-6U D60 L-VEDLIKEHOLD-4T L-VEDLIKEHOLD-24T
    L-VEDLIKEHOLD-3V L-VEDLIKEHOLD-15V`.split(/\s+/);
  const ids = new Set(deadlineRegister.map(({ id }) => id));

  expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
});
