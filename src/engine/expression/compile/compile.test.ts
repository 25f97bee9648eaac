import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.2 expressions', () => {
  itGives(String.raw`
    null() => null
    "abs"(-1) => null
    @"2023-11-11"() => null
    123() => null
    true() => null
    {foo bar: "foo"} => {"foo bar": "foo"}
    {foo+bar: "foo"} => {"foo+bar": "foo"}
    {"foo+bar((!!],foo": "foo"} => {"foo+bar((!!],foo": "foo"}
    {"": "foo"} => {"": "foo"}
    {foo: "bar", foo: "baz"} => null
    {🐎: "bar"} => {"🐎": "bar"}
    if null then 1 else 2 => 2
    "a" + 1 => null
    -"a" => null
    true and "x" => null
    false and null => false
    true or null => true
    if "x" then 1 else 2 => 2
    1/0 => null
    1e3 => 1000
    /* c */ 1 // d => 1
    @"foo" => null
  `);
});
