#!/usr/bin/env bash
# what:    PersianAnalyzer of Lucene 8.7.0 (Debian liblucene8-java, version printed)
# expect:  the analyser for Persian finds «کتاب‌ها» (books) however the plural is typed
# happens: the half-space becomes a space and «ها», like «می», is then a stop word, so that «کتاب‌ها» is «کتاب»; «کتابها», glued, stays
#          a word of its own; «مسئول» and «مسؤول» stay apart, while آ and ا are one
# matters: glued plurals meet neither the singular nor the other spelling; `textnorm export --for
#          elasticsearch` writes two analysers that join prefixes and endings
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
path=$(ls /usr/share/java/lucene-{core,analyzers-common}-8.*.jar 2>/dev/null | tr '\n' ':')
[ -n "$path" ] && command -v java >/dev/null || { echo "needs Lucene and Java (Debian: apt-get install liblucene8-java openjdk-17-jdk-headless)"; exit 1; }
cat > Words.java <<'JAVA'
import java.util.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
public class Words {
  public static void main(String[] texts) throws Exception {
    for (String text : texts) {
      List<String> words = new ArrayList<>();
      try (TokenStream stream = new PersianAnalyzer().tokenStream("f", text)) {
        CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
        for (stream.reset(); stream.incrementToken(); ) words.add(word.toString());
      }
      System.out.print(String.join("+", words) + " ");
    }
  }
}
JAVA
echo "$path" | grep -o 'core-[0-9.]*[0-9]'
seen=$(java -Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8 -cp "$path" Words.java $'کتاب' $'کتاب\u200cها' 'کتابها' 'مسئول' 'مسؤول' 'آب' | sed 's/ي/ی/g; s/ك/ک/g')
echo "$seen"
[ "$seen" = "کتاب کتاب کتابها مسئول مسؤول اب " ]
