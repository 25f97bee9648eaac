import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.2.14 loops and quantifiers', () => {
  itGives(String.raw`
    for i in 1+1..1+3 return i => [2,3,4]
    for i in 4..2 return i => [4,3,2]
    for i in 0..4 return if i = 0 then 1 else i * partial[-1] => [1,1,2,6,24]
    some x in [1,2], y in [3] satisfies x + y = 5 => true
    every x in [] satisfies false => true
    for x in [1,2], y in [x, x*2] return y => [1,2,2,4]
    for i in [1..3] return i => [1,2,3]
    for i in [6..2] return i => null
    for i in [5..5] return i => [5]
    for d in @"2021-01-01"..@"2021-01-03" return d.day => [1,2,3]
    (for x in [1,2] return x)[2] => 2
    every i in 1..3 satisfies i > 0 => true
    every x in [1,2] satisfies x in [1..2] => true
    for a in [1,2] return for b in [3] return a * b => [[3],[6]]
  `);
});
