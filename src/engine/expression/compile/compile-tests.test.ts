import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.2.12 in and between', () => {
  itGives(String.raw`
    [1,2,3] in (=[1,2,3]) => true
    [1,2,3] in !=[1,2,3,4] => true
    1 in [[2..4], [1..3]] => true
    10 in (1, < 5, >=10) => true
    {a: "foo"} in ({a: "bar"}, {a: "foo"}) => true
    "a" in ["a","b"] => true
    1 in [1..3) => true
    null in [1..3] => null
    5 between 1 and 10 => true
    null between 1 and 2 => null
    5 in ( > 3, < 1 ) => true
    1 in (2, [1..3]) => true
    -1 in [-2..0] => true
    4 in (!=6) => true
    4 in (null..6] => null
    4 in [2..null] => null
    1 in [2..null] => false
    {limit: null, answer: 4 in [2..limit]}.answer => null
    6 in (!=6) => false
    6 in (=6) => true
    {r: (!=6), found: [5,6,7][item in r]}.found => [5,7]
  `);
});
