package dev.crossdock.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How a Java file is to be written. */
final class JavaRules {
  private static final int FILE_LINES_MAX = 300;
  private static final int METHOD_LINES_MAX = 40;
  private static final int COLUMNS_MAX = 100;
  private static final int DEPTH_MAX = 1;
  private static final Set<String> WORDS =
      Set.of(
          "Manager",
          "Helper",
          "Helpers",
          "Util",
          "Utils",
          "Impl",
          "Base",
          "Abstract",
          "Data",
          "Info",
          "Processor");
  private static final Set<String> PACKAGES =
      Set.of("util", "utils", "common", "core", "impl", "model", "service", "helper");
  private static final Pattern WORD =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern SUPPRESSION = Pattern.compile("@Suppress" + "Warnings\\b");

  private JavaRules() {}

  /** Everything in which the file is not as it is to be. */
  static List<String> faults(JavaSource source) {
    List<String> faults = new ArrayList<>();
    sizes(source, faults);
    names(source, faults);
    words(source, faults);
    defaults(source, faults);
    return faults;
  }

  private static void sizes(JavaSource source, List<String> faults) {
    List<String> lines = source.lines();
    if (lines.size() > FILE_LINES_MAX) {
      faults.add(source.path() + ": " + lines.size() + " lines");
    }
    source.methods().stream()
        .filter(method -> method.lines() > METHOD_LINES_MAX)
        .forEach(
            it -> faults.add(at(source, it.line()) + it.name() + " has " + it.lines() + " lines"));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.length() > COLUMNS_MAX && !line.startsWith("import ")) {
        faults.add(at(source, i + 1) + line.length() + " columns");
      }
      if (SUPPRESSION.matcher(line).find() && !line.contains("// ")) {
        faults.add(at(source, i + 1) + "suppresses without a reason on the line");
      }
    }
  }

  /** A new type would fall into it unseen: wanted when folding events, else with a reason. */
  private static void defaults(JavaSource source, List<String> faults) {
    boolean folds = source.name().endsWith("Evolver");
    source.openSwitches().stream()
        .filter(it -> !folds && !"evolve".equals(it.method()))
        .filter(it -> !source.lines().get(it.line() - 1).contains("// "))
        .forEach(
            it -> faults.add(at(source, it.line()) + "a default beside types, and no reason why"));
  }

  private static void names(JavaSource source, List<String> faults) {
    for (JavaSource.Type type : source.types()) {
      Arrays.stream(WORD.split(type.name().replace("BaseUrl", "")))
          .filter(WORDS::contains)
          .forEach(word -> faults.add(at(source, type.line()) + word + " in " + type.name()));
      if (type.depth() > DEPTH_MAX) {
        faults.add(at(source, type.line()) + type.name() + " is nested too deep");
      }
    }
    Arrays.stream(source.path().split("/"))
        .filter(PACKAGES::contains)
        .forEach(it -> faults.add(source.path() + ": package " + it));
  }

  /** Every public type says what it is for; so does every test, where no type is public. */
  private static void words(JavaSource source, List<String> faults) {
    source.types().stream()
        .filter(type -> type.depth() == 0 && !type.hasJavadoc())
        .filter(type -> type.isPublic() || source.path().startsWith("src/test/"))
        .forEach(type -> faults.add(at(source, type.line()) + type.name() + " has no Javadoc"));
  }

  private static String at(JavaSource source, int line) {
    return source.path() + ":" + line + ": ";
  }
}
