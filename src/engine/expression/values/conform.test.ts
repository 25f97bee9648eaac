import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.2.9 types', () => {
  itGives(String.raw`
    (function() "foo") instance of function<>->Any => true
    duration("P3M") instance of context<alder: tall> => false
    {alder: 7} instance of context<alder: tall> => false
    7 instance of tall => null
    (function(a: list<number>) {b: "b", c: "c", d: "d"}) instance of function<list<number>>->context<b: string, c: string> => true
    (function(a: list<number>) {b: "b"}) instance of function<list<number>>->context<b: string, c: string> => false
    (function(a: context<a: string>) {b: "b", c: "c"}) instance of function<context<a: string, b: string>>->context<b: string> => true
    (function(a: context<a: string, b: string>) "foo") instance of function<context<a: string>>->string => false
    {a: null} instance of context<a: string> => true
    1 instance of number => true
    [1,2] instance of list<number> => true
    [1,"a"] instance of list<number> => false
    [1..3] instance of range<number> => true
    [(function(a: number) "x"), (function(b: number) "y")] instance of list<function<number>->string> => true
    [(function(a: string) "x"), (function(b: string) "y")] instance of list<function<number>->string> => false
    [(function(a: number) "x"), (function(b: string) "y")] instance of list<function<number>->string> => true
    [(function(a: number) "x"), (function() "y")] instance of list<function<number>->string> => false
    [(function(a: number) "x"), "y"] instance of list<function<number>->string> => false
    @"P1D" instance of days and time duration => true
    {f: function(x: number) x, r: f("a")}.r => null
    {f: function(x: list<number>) count(x), r: f(1)}.r => 1
  `);
});
