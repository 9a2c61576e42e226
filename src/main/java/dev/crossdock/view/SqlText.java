package dev.crossdock.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of SQL with its values.
 *
 * @param text with a question mark for each value
 */
record SqlText(String text, List<Object> values) {

  SqlText {
    values = List.copyOf(values);
  }

  static SqlText of(String text, Object... values) {
    return new SqlText(text, List.of(values));
  }

  SqlText then(String more, Object... further) {
    return then(SqlText.of(more, further));
  }

  SqlText then(SqlText more) {
    return new SqlText(
        text + more.text, Stream.concat(values.stream(), more.values.stream()).toList());
  }

  /** All of them joined by {@code AND}; at least one. */
  static SqlText and(List<SqlText> conditions) {
    SqlText all = conditions.getFirst();
    for (SqlText condition : conditions.subList(1, conditions.size())) {
      all = all.then(" AND ").then(condition);
    }
    return all;
  }

  <T> List<T> query(Connection connection, Row<T> reading) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      List<T> rows = new ArrayList<>();
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reading.read(row));
        }
      }
      return rows;
    }
  }

  /** Makes something of a row. */
  @FunctionalInterface
  interface Row<T> {
    T read(java.sql.ResultSet row) throws SQLException;
  }
}
