package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Orders as rows of a CSV file. Rows that follow each other with one reference are one order. */
final class CsvSource implements ImportSource {
  /** One more than an order may have, so that it is refused; what comes further is passed over. */
  private static final int LINES_MAX = 1001;

  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private final CsvColumns columns;
  private final ImportKeys keys;
  private @Nullable CSVRecord ahead;

  /**
   * Reads the header row.
   *
   * @throws IOException when nothing can be made of it
   */
  CsvSource(InputStream in, ImportKeys keys) throws IOException {
    this.keys = keys;
    parser =
        CSVParser.builder()
            .setReader(new InputStreamReader(in, StandardCharsets.UTF_8))
            .setFormat(CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())
            .get();
    rows = parser.iterator();
    CSVRecord header = read();
    if (header == null) {
      throw new IOException("there is no header row");
    }
    columns = new CsvColumns(header.toList());
    ahead = read();
  }

  @Override
  public Optional<ImportLine> next() throws IOException {
    CSVRecord first = ahead;
    if (first == null) {
      return Optional.empty();
    }
    ObjectNode order = order(first);
    ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    add(lines, first);
    ahead = read();
    for (CSVRecord row = ahead; row != null && continues(order, row); row = ahead) {
      add(lines, row);
      ahead = read();
    }
    return Optional.of(new ImportLine(first.getRecordNumber(), json(order, lines, first)));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /**
   * A row goes on with the order when it has its reference, and says nothing else of it. One that
   * does is another order with the same key, to be refused.
   */
  private boolean continues(ObjectNode order, CSVRecord row) {
    ObjectNode other = order(row);
    return other.has("reference") && isPartOf(other, order);
  }

  /** Cells that have no column are kept as what nobody knows, to be refused. */
  private ObjectNode order(CSVRecord row) {
    ObjectNode order = columns.order(cell -> cell(row, cell));
    for (int i = columns.count(); i < row.size(); i++) {
      if (!row.get(i).isBlank()) {
        order.put("column " + (i + 1), row.get(i));
      }
    }
    return order;
  }

  private static boolean isPartOf(JsonNode part, JsonNode whole) {
    if (!part.isObject()) {
      return part.equals(whole);
    }
    return part.properties().stream()
        .allMatch(member -> isPartOf(member.getValue(), whole.path(member.getKey())));
  }

  private void add(ArrayNode lines, CSVRecord row) {
    for (ObjectNode line : columns.lines(cell -> cell(row, cell))) {
      if (lines.size() < LINES_MAX) {
        lines.add(line);
        if (!line.has("lineId")) {
          line.put("lineId", Integer.toString(lines.size()));
        }
      }
    }
  }

  private String json(ObjectNode order, ArrayNode lines, CSVRecord first) {
    JsonNode key = order.remove(CsvColumns.KEY);
    if (!lines.isEmpty()) {
      order.set("lines", lines);
    }
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put(
        CsvColumns.KEY,
        key == null
            ? keys.of(order.path("reference").asText(), first.getRecordNumber())
            : key.asText());
    line.set("order", order);
    return line.toString();
  }

  private static String cell(CSVRecord row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private @Nullable CSVRecord read() throws IOException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new IOException("row " + (parser.getRecordNumber() + 1) + ": " + e.getMessage(), e);
    }
  }
}
