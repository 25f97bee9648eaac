import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.2.12.3 calculating with days, times and durations', () => {
  itGives(String.raw`
    @"2021-01-02T10:10:10@Europe/Paris" - @"2021-01-01T10:10:10@Asia/Dhaka" => @"P1DT5H"
    @"2021-01-02T10:10:10@Europe/Paris" - @"2021-01-01" => @"P1DT9H10M10S"
    @"2021-01-01T00:00:00" - @"2021-01-02" => null
    @"P10DT23H" / 2.5 => @"P4DT9H12M"
    @"P10D" / @"P0Y" => null
    time("23:59:00z") + duration("PT2M") = time("00:01:00@Etc/UTC") => true
    date and time("2012-12-24T23:59:00") + duration("PT1M") = date and time("2012-12-25T00:00:00") => true
    date("2021-01-01") + duration("P1D") = date("2021-01-02") => true
  `);
});
