import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.4.4 one value of many', () => {
  itGives(String.raw`
    median(6, 1, 2, 3) => 2.5
    stddev(2, 4, 7, 5) => 2.081665999466132735282297706979931
    mode([6, 1, 9, 6, 1]) => [1, 6]
    mode([]) => []
    sum([]) => null
    all([]) => true
    any([]) => false
    min([]) => null
    product([2, 3, 4]) => 24
    sum(1,2,3) => 6
    sum([1,"a"]) => null
    max("a","b") => "b"
    max([1,null]) => null
    all([true,null]) => null
    any([true,null]) => true
    all(null) => null
    all(true,false) => false
    mean(1,2) => 1.5
  `);
});
