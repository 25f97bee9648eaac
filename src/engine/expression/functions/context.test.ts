import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.4.10 functions of contexts', () => {
  itGives(String.raw`
    context put({x:1}, ["y"], 2) => {x:1,y:2}
    context put({x:1, y: {a: 0} }, ["y", "a"], 2) => {x:1, y:{a:2}}
    get value({a: {b: 1}}, ["a","b"]) => 1
    get entries({a:1}) => [{key:"a", value:1}]
    context([{key:"a", value:1}]) => {a:1}
    context merge() => null
    context merge([{x:1}, {x:2,y:3}]) => {x:2,y:3}
  `);
});
