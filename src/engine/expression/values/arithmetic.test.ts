import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.2.12.3 calculating with 34 digits', () => {
  itGives(String.raw`
    2 ** 3 ** 2 => 64
    1 + null => null
    10 ** 400 ** 20 => null
    .5 + 1 => 1.5
    1 - 0.9 => 0.1
    1.1 * 1.1 => 1.21
  `);
});
