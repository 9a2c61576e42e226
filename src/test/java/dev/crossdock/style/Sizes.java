package dev.crossdock.style;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Prints the sizes of the sources as Markdown; {@code scripts/lines.sh} runs it. */
final class Sizes {
  private static final List<String> PURE =
      List.of("trade", "partner", "flow", "order", "shipment", "claim");
  private static final List<String> SHELLS = List.of("runtime", "ops");

  private Sizes() {}

  public static void main(String[] arguments) {
    List<JavaSource> main = JavaSource.all(SourceTree.java("src/main/java/"));
    List<JavaSource> test = JavaSource.all(SourceTree.java("src/test/java/"));
    System.out.println("| | main | tests |\n| --- | ---: | ---: |");
    row("files", Collection::size, main, test);
    row("lines", it -> it.stream().mapToInt(file -> file.lines().size()).sum(), main, test);
    row("lines of the median file", it -> median(it, file -> file.lines().size()), main, test);
    row("longest file", Sizes::longestFile, main, test);
    row("longest method", Sizes::longestMethod, main, test);
    System.out.println("\n| tests | |\n| --- | ---: |");
    test.stream()
        .collect(
            Collectors.groupingBy(Sizes::layer, TreeMap::new, Collectors.summingInt(Sizes::tests)))
        .forEach((layer, tests) -> System.out.println("| " + layer + " | " + tests + " |"));
  }

  private static void row(
      String what,
      Function<List<JavaSource>, Object> size,
      List<JavaSource> main,
      List<JavaSource> test) {
    System.out.println("| " + what + " | " + size.apply(main) + " | " + size.apply(test) + " |");
  }

  private static int median(List<JavaSource> sources, ToIntFunction<JavaSource> size) {
    return sources.isEmpty()
        ? 0
        : sources.stream().mapToInt(size).sorted().skip(sources.size() / 2).findFirst().orElse(0);
  }

  private static String longestFile(List<JavaSource> sources) {
    return sources.stream()
        .max(Comparator.comparingInt(it -> it.lines().size()))
        .map(it -> it.lines().size() + " " + it.name())
        .orElse("-");
  }

  private static String longestMethod(List<JavaSource> sources) {
    return sources.stream()
        .flatMap(file -> file.methods().stream().map(it -> Map.entry(file.name(), it)))
        .max(Comparator.comparingInt(it -> it.getValue().lines()))
        .map(it -> it.getValue().lines() + " " + it.getKey() + "." + it.getValue().name())
        .orElse("-");
  }

  private static int tests(JavaSource source) {
    return (int) source.methods().stream().filter(JavaSource.Method::isTest).count();
  }

  /** The layers of RELIABILITY: what is pure, its simulation, shells, edges, the whole. */
  private static String layer(JavaSource source) {
    String folder = source.path().replaceFirst("src/test/java/dev/crossdock/?", "");
    String top = folder.contains("/") ? folder.substring(0, folder.indexOf('/')) : "";
    if (source.name().endsWith("IT")) {
      return "5 whole system";
    }
    if (source.path().contains("simulation")) {
      return "2 seeded simulation";
    }
    if (PURE.contains(top) && !folder.startsWith("partner/http")) {
      return "1 deciders and flow";
    }
    if (SHELLS.contains(top)) {
      return "3 shells";
    }
    return top.equals("style") ? "6 style and architecture" : "4 adapters, routes, edges";
  }
}
