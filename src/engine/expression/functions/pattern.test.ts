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
    matches("hello world", "hello\ sworld", "x") => true
    matches("hello world", "he ll o[ ]worl d", "x") => true
    matches("hello world", "\p{ I s B a s i c L a t i n }+", "x") => true
    matches("hello world", "\p{ IsBasicLatin}+") => null
    matches("h", "(.)\2") => null
    matches("abcd", "(asd)[asd\0]") => null
    matches("aA", "(a)\1", "i") => true
    matches("Q", "[^Q]", "i") => false
    matches("q", "[^Q]", "i") => false
    matches("x", "[A-Z-[OI]]", "i") => true
    matches("i", "[A-Z-[OI]]", "i") => false
    matches("\u212A", "k", "i") => true
    matches("x[Y-z]", "X[y-Z]", "qi") => true
    matches("Mary\u000DJones", "Mary.Jones") => false
    matches("input", []) => null
    matches("input", "pattern", []) => null
    matches("input", "pattern", " ") => null
    replace("0123456789", "(\d{3})(\d{3})(\d{4})", "($1) $2-$3") => "(012) 345-6789"
    replace("facetiously", "[iouy]", "[$0]") => "facet[i][o][u]sl[y]"
    replace("abc", ".^[d-z]", "#") => "abc"
  `);
});
