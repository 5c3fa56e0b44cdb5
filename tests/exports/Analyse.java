import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.charfilter.*;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Writes the tokens of the lines of standard input, by the char filters of an analyser: Analyse FILTERS, one a line:
    "mapping" and a file of rules as Elasticsearch takes them, or "pattern_replace", a pattern and what takes its place. */
public class Analyse {
  static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < text.length(); at += 6) out.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
    return out.toString();
  }

  static NormalizeCharMap mapping(String file) throws IOException {
    NormalizeCharMap.Builder builder = new NormalizeCharMap.Builder();
    for (String rule : Files.readAllLines(Path.of(file))) {
      String[] sides = rule.split(" => ?", 2);
      builder.add(unescaped(sides[0]), unescaped(sides[1]));
    }
    return builder.build();
  }

  public static void main(String[] args) throws Exception {
    List<String[]> filters = new ArrayList<>();
    NormalizeCharMap map = null;
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      filters.add(line.split("\t", -1));
      if (line.startsWith("mapping\t")) map = mapping(line.split("\t")[1]);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      Reader reader = new StringReader(line);
      for (String[] filter : filters)
        reader = filter[0].equals("mapping") ? new MappingCharFilter(map, reader)
            : new PatternReplaceCharFilter(Pattern.compile(filter[1]), filter[2], reader);
      StringJoiner tokens = new StringJoiner(" ");
      StandardTokenizer tokenizer = new StandardTokenizer();
      tokenizer.setReader(reader);
      try (TokenStream stream = new LowerCaseFilter(tokenizer)) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) tokens.add(term.toString());
      }
      out.print(tokens + "\n");
    }
  }
}
