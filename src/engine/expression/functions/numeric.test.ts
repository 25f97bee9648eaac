import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.4.5 functions of numbers', () => {
  itGives(String.raw`
    decimal(1/3, 2) => 0.33
    decimal(1.5, 0) => 2
    decimal(2.5, 0) => 2
    floor(-1.5) => -2
    ceiling(-1.5) => -1
    ceiling(1.56, 1) => 1.6
    round half up(5.5, 0) => 6
    round half up(-5.5, 0) => -6
    round half down(5.5,0) => 5
    modulo(-12, 5) => 3
    modulo(10.1, 4.5) => 1.1
    modulo(-10.1, 4.5) => 3.4
    sqrt(16) => 4
    log(10) => 2.302585092994045684017991454684364
    abs(@"-PT5H") => @"PT5H"
    round up(1.121, 2) => 1.13
    round down(-5.5, 0) => -5
    decimal(128, -2) => 100
    floor(-1.56, 1) => -1.6
    even(-2) => true
    odd(1.5) => false
    exp(5) => 148.4131591025766034211155800405523
    sqrt(-1) => null
    log(0) => null
    modulo(1,0) => null
    decimal(2.225, 2) => 2.22
    decimal(0.5,0) => 0
  `);
});
