import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.4.4 functions of lists', () => {
  itGives(String.raw`
    count(null) => null
    list replace([2, 4, 7, 8], 3, 6) => [2,4,6,8]
    list replace([3, 9], function(item) item > 5, 0) => null
    list replace([3, 9], function(item, newItem, more) true, 0) => null
    list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5) => [5,5,7,8]
    insert before([1,3],1,2) => [2,1,3]
    index of([1,2,3,2],2) => [2,4]
    union([1,2],[2,3]) => [1,2,3]
    flatten([[1,2],[[3]], 4]) => [1,2,3,4]
    concatenate([1,2],[3]) => [1,2,3]
    sublist([4,5,6], 1, 2) => [4,5]
    append([1], 2, 3) => [1,2,3]
    sort([3,1,2], function(x,y) x > y) => [3,2,1]
    sort(list: [3,1], precedes: function(a,b) a < b) => [1,3]
    index of([null,1],null) => [1]
    list contains([null],null) => true
    distinct values([1,null,1,null,"1"]) => [1,null,"1"]
    remove([1,2,3],2) => [1,3]
    reverse([1,2]) => [2,1]
    count([1,[2,3]]) => 2
    sort([{a:2},{a:1}], function(x,y) x.a < y.a)[1].a => 1
    flatten([{a:[1,2]},{a:[3]}].a) => [1,2,3]
    list contains([1,2,null], null) => true
    count([]) => 0
    insert before([1],2,3) => null
  `);
});
