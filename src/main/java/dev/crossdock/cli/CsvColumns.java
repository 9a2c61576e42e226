package dev.crossdock.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the columns of a CSV file mean: paths into an order, {@code shipTo.city} or {@code
 * lines.0.sku}. An empty cell says nothing.
 */
final class CsvColumns {
  static final String KEY = "idempotencyKey";
  private static final Pattern OF_LINE = Pattern.compile("lines\\.([0-9]{1,3})\\.(.+)");
  private static final Pattern WHOLE_OR_DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");
  private static final List<String> NUMBERS = List.of("quantity", "weight.value");

  private final List<String> names;

  /**
   * Reads the header row.
   *
   * @throws IOException when a name is there twice, or is a part of another
   */
  CsvColumns(List<String> header) throws IOException {
    names = header.stream().map(String::strip).toList();
    TreeSet<String> sorted = new TreeSet<>(names);
    if (sorted.size() < names.size()) {
      throw new IOException("a column is there twice in: " + String.join(", ", names));
    }
    for (String name : names) {
      String next = sorted.ceiling(name + ".");
      if (name.isEmpty() || (next != null && next.startsWith(name + "."))) {
        throw new IOException("the column \"" + name + "\" has no name, or is a part of another");
      }
    }
    if (!sorted.contains("reference")) {
      throw new IOException("there is no column reference");
    }
  }

  int count() {
    return names.size();
  }

  /** What a row says of the order as a whole, and under which key it wants to be placed. */
  ObjectNode order(IntFunction<String> cell) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.size(); i++) {
      if (!OF_LINE.matcher(names.get(i)).matches()) {
        put(order, names.get(i), names.get(i), cell.apply(i));
      }
    }
    return order;
  }

  /** The lines of the order that a row has; those without any cell that says something are none. */
  List<ObjectNode> lines(IntFunction<String> cell) {
    TreeMap<Integer, ObjectNode> lines = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      Matcher column = OF_LINE.matcher(names.get(i));
      if (column.matches() && !cell.apply(i).isBlank()) {
        ObjectNode line =
            lines.computeIfAbsent(
                Integer.valueOf(column.group(1)), any -> JsonNodeFactory.instance.objectNode());
        put(line, column.group(2), column.group(2), cell.apply(i));
      }
    }
    return new ArrayList<>(lines.values());
  }

  private static void put(ObjectNode in, String path, String name, String cell) {
    String text = cell.strip();
    int dot = path.indexOf('.');
    if (text.isEmpty()) {
      return;
    }
    if (dot >= 0) {
      put(in.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), name, text);
    } else if (NUMBERS.contains(name) && WHOLE_OR_DECIMAL.matcher(text).matches()) {
      in.put(path, new BigDecimal(text));
    } else {
      in.put(path, text);
    }
  }
}
