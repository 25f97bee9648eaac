import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.2.5 filters', () => {
  itGives(String.raw`
    [1,2,3,4][item > 2][1] => 3
    [{x:1,y:2},{x:2,y:3}][x=1] => [{x:1,y:2}]
    [1,2,3][-1] => 3
    [1,2,3][4] => null
    "foo"[1] => "foo"
    null[1] => null
    [1,2,3][item >= 2 and item <= 3] => [2,3]
    {x: 1}[x = 1] => [{x: 1}]
    [{item: 1}, {item: 2}][item = 1] => [{item: 1}]
    [1,2,3][0] => null
    true[false] => []
    "foo"[true] => ["foo"]
    "foo"[0] => null
    [{item: 1}, {item: 2}, {item: 3}][item >= 2] => [{item: 2}, {item: 3}]
    [{a: 1}, {a: 2}, {a: 3}][item.a >= 2] => [{a: 2}, {a: 3}]
  `);
});
