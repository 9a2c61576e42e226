package dev.crossdock.style;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That every package says in one sentence what it is, and admits no null unsaid. */
final class PackageRules {
  private static final String FILE = "package-info.java";
  private static final Pattern SENTENCE =
      Pattern.compile("^/\\*\\*\\s+(?!\\*)((?:(?!\\*/|\\. [A-Z]).)+)\\.\\s*\\*/", Pattern.DOTALL);

  private PackageRules() {}

  /**
   * Everything that is wrong.
   *
   * @param javaPaths of main and test
   * @param text of a file by its path
   */
  static List<String> faults(Set<String> javaPaths, Function<String, String> text) {
    Set<String> said =
        javaPaths.stream()
            .filter(path -> path.endsWith(FILE))
            .map(PackageRules::packageOf)
            .collect(Collectors.toSet());
    Set<String> packages = new TreeSet<>();
    javaPaths.forEach(path -> packages.add(packageOf(path)));
    Stream<String> unsaid =
        packages.stream().filter(it -> !said.contains(it)).map(it -> it + " has no " + FILE);
    Stream<String> wrong =
        javaPaths.stream()
            .filter(path -> path.endsWith(FILE))
            .flatMap(path -> faults(path, text.apply(path)));
    return Stream.concat(unsaid, wrong).toList();
  }

  private static Stream<String> faults(String path, String text) {
    Stream<String> sentence =
        SENTENCE.matcher(text).find()
            ? Stream.empty()
            : Stream.of(path + " does not begin with one sentence");
    Stream<String> marked =
        text.contains("@NullMarked\npackage ")
            ? Stream.empty()
            : Stream.of(path + " is not @NullMarked");
    return Stream.concat(sentence, marked);
  }

  private static String packageOf(String path) {
    return path.replaceFirst("^src/(main|test)/java/", "").replaceFirst("/[^/]+$", "");
  }
}
