import { itGives } from '../../../../test/support/expect-feel.js';

describe('DMN §10.3.4.3 patterns in texts', () => {
  itGives(String.raw`
    matches("foobar", "^fo*b") => true
    matches("abracadabra", "bra") => true
    matches("abracadabra", "^a.*a$") => true
    matches("hello\nworld", "hello.*world") => false
    matches("hello\nworld", "hello.*world", "s") => true
    matches("a\nb", "^b$", "m") => true
    matches("HeLLo", "hello", "i") => true
    matches("hello", "h e l l o", "x") => true
    matches("abcd", "(asd)[\\1]") => null
    matches("a", "a{2,1}") => null
    matches("abab", "(ab)\\1") => true
    matches("x", "[a-z-[aeiou]]") => true
    matches("e", "[a-z-[aeiou]]") => false
    replace("abracadabra", "bra", "*") => "a*cada*"
    replace("abracadabra", "a.*a", "*") => "*"
    replace("abracadabra", "a.*?a", "*") => "*c*bra"
    replace("abracadabra", "a", "") => "brcdbr"
    replace("abracadabra", "a(.)", "a$1$1") => "abbraccaddabbra"
    replace("AAAA", "A+", "b") => "b"
    replace("AAAA", "A+?", "b") => "bbbb"
    replace("darted", "^(.*?)d(.*)$", "$1c$2") => "carted"
    replace("abracadabra", ".*?", "$1") => null
    replace("abc", "b", "$") => null
    replace("a.b.c", ".", "x", "q") => "axbxc"
    split("John Doe", "\\s") => ["John", "Doe"]
    split("a;b;c;;", ";") => ["a","b","c","",""]
    matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "^(a+)+$") => null
    split("a;b", ";") => ["a","b"]
    matches("foo", null) => null
  `);
});
