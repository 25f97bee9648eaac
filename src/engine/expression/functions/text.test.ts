import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.4.3 functions of texts', () => {
  itGives(String.raw`
    string length("\U01F40Eab") => 3
    substring("\U01F40Eab", 2) => "ab"
    string join(["a",null,"c"]) => "ac"
    contains("foobar","of") => false
    substring("foobar",3) => "obar"
    substring("foobar",-2,1) => "a"
    substring("foobar",0) => null
    substring("foobar", 10) => ""
    substring("foobar", 1, 0) => null
    substring before("foobar","xyz") => ""
    upper case("aBc4") => "ABC4"
    string length(" ") => 1
    contains("foo", null) => null
  `);
});
