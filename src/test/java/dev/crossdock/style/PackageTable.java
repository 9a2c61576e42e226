package dev.crossdock.style;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of packages in {@code docs/ARCHITECTURE.md}: who may use whom, and which libraries. */
record PackageTable(Map<String, Row> rows) {
  static final String HEAD = "| package | is | may use | libraries |";
  static final String ROOT = "(root)";
  private static final String ALL = "all";
  private static final Pattern NAME = Pattern.compile("`([^`]+)`( and below)?");

  /**
   * What a package may do.
   *
   * @param isLater whether there is to be no code in it yet
   * @param mayUse packages of ours, or all
   */
  record Row(boolean isLater, Set<String> mayUse, Set<String> libraries) {
    boolean mayUse(String other) {
      return mayUse.contains(ALL) || mayUse.contains(other);
    }

    boolean mayUseLibrary(String type) {
      return libraries.contains(ALL)
          || libraries.stream().anyMatch(library -> Libraries.has(library, type));
    }
  }

  /**
   * Reads the table.
   *
   * @throws IllegalArgumentException when a row uses a package or library that nobody knows
   */
  static PackageTable of(String markdown) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : lines(markdown)) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      if (cells.size() != 6 || names(cells.get(1)).isEmpty()) {
        throw new IllegalArgumentException("not a row of a package: " + line);
      }
      Row row = row(names(cells.get(1)), cells, rows);
      row.libraries().forEach(Libraries::mustKnow);
      names(cells.get(1)).forEach(name -> rows.put(name, row));
    }
    return new PackageTable(rows);
  }

  /** Rows that say there is code, sorted. */
  Set<String> present() {
    return rows.entrySet().stream()
        .filter(row -> !row.getValue().isLater())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Optional<Row> row(String name) {
    return Optional.ofNullable(rows.get(name));
  }

  private static List<String> lines(String markdown) {
    return markdown
        .lines()
        .dropWhile(line -> !line.equals(HEAD))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  /** Packages that share a row may use each other. */
  private static Row row(List<String> names, List<String> cells, Map<String, Row> above) {
    Set<String> mayUse = new TreeSet<>(mayUse(cells.get(3), above));
    mayUse.addAll(names);
    return new Row(cells.get(1).contains("(later)"), mayUse, libraries(cells.get(4)));
  }

  /** A package may only use what stands above it in the table: so the table has no cycles. */
  private static Set<String> mayUse(String cell, Map<String, Row> above) {
    Set<String> mayUse = new TreeSet<>();
    if (cell.equals(ALL)) {
      return Set.of(ALL);
    }
    Matcher name = NAME.matcher(cell);
    while (name.find()) {
      Row used = above.get(name.group(1));
      if (used == null) {
        throw new IllegalArgumentException(name.group(1) + " does not stand above who uses it");
      }
      mayUse.add(name.group(1));
      if (name.group(2) != null) {
        mayUse.addAll(used.mayUse());
      }
    }
    return mayUse;
  }

  private static List<String> names(String cell) {
    return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
  }

  private static Set<String> libraries(String cell) {
    return new TreeSet<>(Stream.of(cell.split(",")).map(String::strip).toList());
  }
}
