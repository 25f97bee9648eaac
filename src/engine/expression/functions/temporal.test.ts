import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.4.1 and §10.3.4.8 days, times and durations', () => {
  itGives(String.raw`
    date and time("2017-12-31T11:22:33+01:35").time offset => @"PT1H35M"
    years and months duration(date("2011-12-22"), date("2013-08-24")) => @"P1Y8M"
    years and months duration(date("2013-08-24"), date("2011-12-22")) => @"-P1Y8M"
    years and months duration(@"2015-01-31", @"2015-02-28") => @"P0M"
    week of year(date(2005, 1, 1)) => 53
    day of week(date(2019, 9, 17)) => "Tuesday"
    time(11, 59, 45, duration("PT0H")) => @"11:59:45Z"
    time(11, 59, 45, null) => @"11:59:45"
    time(11, 59, 45.5) => @"11:59:45.5"
    time("11:59:45+02:45:55").time offset => @"PT2H45M55S"
    date("2012-12-25").hour => null
    duration("P1M").days => null
    duration("-P1Y1M").months => -1
    date(2017, 13, 1) => null
    date("2017-02-30") => null
    date("17-02-01") => null
    date("02017-02-01") => null
    duration("P1Y1D") => null
    duration("PT0.S") => @"PT0S"
    duration("PT1.5S") => @"PT1.5S"
    date and time("2017-01-01T23:59:01@Europe/Paris") > date and time("2017-01-01T22:00:00Z") => true
    day of year(@"2019-09-17") => 260
    month of year(@"2019-09-17T10:00:00") => "September"
    time(12,null,45,duration("P0D")) => null
    time(12,0,0,null) => @"12:00:00"
    time("10:00:00") + duration("PT15H") => @"01:00:00"
    time("10:00:00") - time("09:00:00") => @"PT1H"
    date("2020-02-29") + duration("P1Y") => @"2021-02-28"
  `);
});
