import { readJuelText } from '../src/engine/bpmn/dialects/juel/juel-text.js';
import { evaluate } from '../src/engine/expression/evaluate.js';
const vars = {name:'x', n:4, list:[1,2,3], a:{b:{c:5}}, empty1:[], s:'hello', loopCounter:1, t:true};
for (const t of ['plain','${name == \'x\' && n > 3}','#{n gt 3 and not t}','${!t}','${empty missing}','${empty list}','${not empty s}','${list[0]}','${a["b"].c + 1}','${list.size() > 2 ? "many" : \'few\'}','Hi ${name}, you have #{n} things','${list.contains(2)}','${s.contains("ell")}','${s.equals("hello")}','${execution.getVariable("n") >= 4}','${bean.run(x)}','${loopCounter == 0}','${n % 3}','${-n}','${s.startsWith("he") or missing == null}','${n','\\${n}','${(n + 1) * 2 != 10 || false}','${1.5e3}','${s.toString()}','${n instanceof x}','${s.substring(1,3)}', '${list.get(1)}', '${n div 2}', "${a.b['c']}", "${x == 'it\\'s'}", "${!missing}", "${nrOfCompletedInstances/nrOfInstances >= 0.5}", "R3/PT${n}S"]) {
  const r = readJuelText(t);
  console.log(t, '=>', JSON.stringify(r), r.kind==='feel' ? JSON.stringify(evaluate(r.source, vars)) : '');
}
