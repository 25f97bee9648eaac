import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.4.7 ranges and points', () => {
  itGives(String.raw`
    before([1..5), 5) => true
    overlaps before([1..5), [3..6]) => true
    starts([1..5],[1..10]) => true
    coincides(5,5) => true
    includes([5..8], 5) => true
    during(5,[5..8]) => true
    meets([1..5],[5..8]) => true
    finishes(5,[1..5]) => true
    overlaps([1..5],[5..8]) => true
    overlaps([1..5),[5..8]) => false
    starts(1,[1..5]) => true
    started by([1..10],[1..5]) => true
    finished by([5..10],10) => true
    after([5..10],1) => true
    met by([5..8],[1..5]) => true
    overlaps after([3..6],[1..5)) => true
    overlaps before([1..5],(1..5]) => true
    overlaps before([1..5),[1..5]) => false
    overlaps before([1..5],[1..5]) => false
    overlaps before([1..5],[5..8]) => true
    overlaps before([1..5),(1..5]) => true
    overlaps([1..8],[3..5]) => true
    overlaps([1..5],(5..8]) => false
    includes((< 5), 3) => true
    includes((>= 5), 3) => false
    before((< 5), 5) => true
    during([1..2], (< 5)) => true
  `);
});
