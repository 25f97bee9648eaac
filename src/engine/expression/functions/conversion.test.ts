import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.4.1 conversion', () => {
  itGives(String.raw`
    range("[2..)") = >=2 => true
    range("(..2)") = <2 => true
    range("[..2]") => null
    range("[1..]") => null
    range("[18..21[") = [18..21[ => true
    range("]18..21]") = ]18..21] => true
    range(" [ 1 .. 3 ] ") = [1..3] => true
    range("[\"a\"..\"c\"]") = ["a".."c"] => true
    range("[date(\"1970-01-01\")..date(\"1970-01-02\")]") = [date("1970-01-01")..date("1970-01-02")] => true
    range("[date(string(\"1970-01-01\"))..date(\"1970-01-02\")]") => null
    range("[date and time(\"1970-01-01T00:00:00\")..@\"1970-01-02T00:00:00\"]") = [@"1970-01-01T00:00:00"..@"1970-01-02T00:00:00"] => true
    range("[date and time(date(\"2021-01-02\"), time(\"02:02:02\"))..)").start => @"2021-01-02T02:02:02"
    range(">= 7") => null
    range("(< 7)") => null
    range("[9..7]") => null
    range("[\"b\"..\"a\"]") => null
    range("[@\"PT2H\"..@\"PT1H\"]") => null
    range("[7..7]") = [7..7] => true
    range("[1..3]","foo") => null
    range() => null
    string(@"2021-01-12T10:10:10@Australia/Melbourne" + @"P1DT1H") => "2021-01-13T11:10:10@Australia/Melbourne"
    string(date and time("999999999-12-31T23:59:59.999999999@Europe/Paris")) => "999999999-12-31T23:59:59.999999999@Europe/Paris"
    number("1 000,0", " ", ",") => 1000
    number("1.000.000,01", ".", ",") => 1000000.01
    string([1,2,3,"foo"]) => "[1, 2, 3, \"foo\"]"
    string({a: "foo"}) => "{a: \"foo\"}"
    string(duration("P26M")) => "P2Y2M"
    string(duration("PT90000S")) => "P1DT1H"
    string(@"-P1Y") => "-P1Y"
    string(null) => null
    string(1.10) => "1.1"
    string(true) => "true"
    number("1") => 1
    number("x") => null
    number(from: "1,000.5", grouping separator: ",", decimal separator: ".") => 1000.5
    string(date("2021-01-01")) => "2021-01-01"
    string(@"PT0S") => "PT0S"
    string(1e10) => "10000000000"
    string(0.1 + 0.2) => "0.3"
    number("1e3") => 1000
    number("1,000,000.01", 123, ".") => null
    number("1,000,000", ",", null) => 1000000
    number("1.000.000,01", ".") => null
    number(from: "1.000.000,01", decimal separator:",", grouping separator:".") => 1000000.01
    number(from: "1.000.000,01", decimal sep:",", grouping sep:".") => null
    number(123, ".", ".") => null
    number("00123") => 123
    number(11.11) => 11.11
    number("1 2 3") => null
  `);
});
