import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.charfilter.MappingCharFilterFactory;
import org.apache.lucene.analysis.util.FilesystemResourceLoader;

/** Writes the lines of standard input as a MappingCharFilter of Lucene reads them: Map FOLDER FILE. */
public class Map {
  public static void main(String[] args) throws Exception {
    MappingCharFilterFactory factory = new MappingCharFilterFactory(new HashMap<>(java.util.Map.of("mapping", args[1])));
    factory.inform(new FilesystemResourceLoader(Path.of(args[0]), Map.class.getClassLoader()));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      StringWriter text = new StringWriter();
      try (Reader mapped = factory.create(new StringReader(line))) {
        mapped.transferTo(text);
      }
      out.print(text + "\n");
    }
  }
}
