import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.2.12.1 and §10.3.2.12.2 equality and order', () => {
  itGives(String.raw`
    date("2018-12-08") = date and time("2018-12-08T00:00:00Z") => true
    time("10:30:00+02:00") = time("10:30:00@Europe/Paris") => false
    date and time("2018-12-08T00:00:00+00:00") = date and time("2018-12-08T00:00:00@Etc/UTC") => true
    time("10:30:00.0001") = time("10:30:00.0002") => true
    {a:1} = {a:1} => true
    (= 6) = (= 6) => true
    (= 6) = [6..6] => false
    (!= 6) = (!= 6) => true
    (!= 6) = (6..6) => false
    {low: null, r: (< 6) = (low..6)}.r => false
    (>= 6) = [6..null) => false
    string((!= 6)) => "(!= 6)"
    [1,"a"] = [1,2] => null
    if 1 = 1 then "yes" else "no" => "yes"
    date and time(@"2017-01-01", @"23:59:01@Europe/Paris") = @"2017-01-01T23:59:01@Europe/Paris" => true
    "a" + "b" = "ab" => true
    [1, 2] = [1.0, 2.00] => true
    if [] = [] then 1 else 0 => 1
    "2021" < "2022" => true
    @"2021-01-01" < @"2022-01-01" => true
    @"P1Y" < @"P13M" => true
    @"P1Y" = @"P12M" => true
    9007199254740993 + 0 = 9007199254740992 => false
    12345678901234567890 * 98765432109876543210 > 0 => true
  `);
});
