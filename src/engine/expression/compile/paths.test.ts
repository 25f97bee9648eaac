import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.2.5 and Table 65 paths and properties', () => {
  itGives(String.raw`
    [{x:1,y:2},{x:2,y:3}].y => [2,3]
    {a: [1,2]}.a[2] => 2
    @"P1DT2H3M4S".seconds => 4
    @"P1Y2M".years => 1
    @"2021-01-01T10:10:10@Europe/Paris".timezone => "Europe/Paris"
    @"2021-01-01".weekday => 5
    {a: {b: 1}}.a.b => 1
    [{a:{b:1}}].a.b => [1]
    {"a b": 1, c: a b + 1}.c => 2
    {a-b: 5, c: a-b * 2}.c => 10
    "abc".x => null
    [1,2,3]... x => []
    (< 10).start included => false
    (<= 10).end included => true
    (>= 10).start => 10
    (= 6).end included => true
    (!= 6).start => 6
    (!= 6).end => 6
    (!= 6).start included => false
    [1..10[.end included => false
    ]1..10].start included => false
    (1..10].start included => false
    {fn1: function(x) {d: x}, r: fn1(5).d*fn1(10).d}.r => 50
    {"if": 1}.if => 1
    {a: 1, b: {c: a}}.b.c => 1
    {f: function(x) x + 1}.f(2) => 3
    [{a:[1,2]},{a:[3]}].a => [[1,2],[3]]
    {"a":{"b":{"c":{"x":"v1"},"x":"v2"}}}...x => ["v1","v2"]
    1...a => []
    null...x => []
    {"x": null}...x => []
    {"a": {"b": {"c": {"x": "v1"}, "x": "v2"}}}...null => []
    {"a": {"b": {"c": {"x y": "v1"}, "x y": "v2"}}}...x y => ["v1","v2"]
    {"organization": {"party": {"partyRoleType": "appraiser", "name": "g"}}, "abc": {"party": {"partyRoleType": "funder", "name": "a"}}, "party": {"partyRoleType": "appraiser", "name": "c"}}...party[partyRoleType="appraiser"]...name[1] => "g"
  `);
});
