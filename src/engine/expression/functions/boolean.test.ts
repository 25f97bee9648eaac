import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.4.2 and §10.3.4.6 not and is', () => {
  itGives(String.raw`
    is(@"23:00:50@Australia/Melbourne", @"23:00:50+10:00") => true
    is(@"20:00:50+00:00", @"21:00:50+01:00") => false
    is(@"23:00:50", @"23:00:50Z") => false
    not(null) => null
    not("x") => null
    not(true) => false
    is(1,"1") => false
    is(value2: 4) => false
    is(value1: null) => true
    is() => null
    is(value: 4) => null
  `);
});
