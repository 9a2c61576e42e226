package dev.crossdock.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of an index that holds orders from the newest to the oldest.
 *
 * @param table {@code order_list} or {@code order_facet}
 * @param equal the columns of the index behind generation and merchant, and what they are, in its
 *     order; empty: all orders
 */
record IndexRange(String table, Map<String, String> equal) {
  static final String LIST = "order_list";
  static final String FACETS = "order_facet";

  /** By one column of the list. */
  static IndexRange list(String column, String value) {
    return new IndexRange(LIST, Map.of(column, value));
  }

  static IndexRange facet(String facet, String value) {
    Map<String, String> equal = new LinkedHashMap<>();
    equal.put("facet", facet);
    equal.put("facet_value", value);
    return new IndexRange(FACETS, equal);
  }

  static IndexRange all() {
    return new IndexRange(LIST, Map.of());
  }

  /** Everything of it that the query may want, behind that place. */
  SqlText where(ListTables tables, OrderQuery query, @Nullable ListPlace behind) {
    SqlText owned =
        SqlText.of("generation = ? AND merchant = ?", tables.generation(), query.merchant());
    ListPlace end =
        behind == null ? new ListPlace(end(query.filter().createdBefore()), "") : behind;
    long begin =
        query.filter().createdFrom() == null ? 0 : Sql.microsUp(query.filter().createdFrom());
    boolean rows = tables.comparesRows() && table.equals(LIST);
    return owned.then(rows ? byRows(begin, end) : byColumns(begin, end));
  }

  /**
   * With its columns compared as one, and never by {@code =}, no other index has this order: where
   * most orders are alike PostgreSQL would else go through all orders until it finds some of them.
   */
  private SqlText byRows(long begin, ListPlace end) {
    String columns = String.join("", equal.keySet().stream().map(it -> it + ", ").toList());
    String marks = "?, ".repeat(equal.size());
    List<Object> first = new ArrayList<>(equal.values());
    List<Object> last = new ArrayList<>(equal.values());
    first.addAll(List.of(end.createdAt(), end.orderId()));
    last.add(begin);
    return new SqlText(" AND (" + columns + "created_at, order_id) < (" + marks + "?, ?)", first)
        .then(new SqlText(" AND (" + columns + "created_at) >= (" + marks + "?)", last));
  }

  private SqlText byColumns(long begin, ListPlace end) {
    SqlText where = SqlText.of("");
    for (Map.Entry<String, String> column : equal.entrySet()) {
      where = where.then(" AND " + column.getKey() + " = ?", column.getValue());
    }
    return where.then(
        " AND created_at >= ? AND created_at <= ? AND (created_at, order_id) < (?, ?)",
        begin,
        end.createdAt(),
        end.createdAt(),
        end.orderId());
  }

  private static long end(@Nullable Instant before) {
    return before == null ? Long.MAX_VALUE : Sql.microsUp(before);
  }

  /** The order that the index has by itself. */
  String newestFirst() {
    return " ORDER BY generation DESC, merchant DESC, " + descending(equal.keySet(), "");
  }

  /** The same order, of what was taken out of it under that name: nothing is left to be sorted. */
  String newestFirst(String name) {
    return " ORDER BY " + descending(table.equals(LIST) ? equal.keySet() : Set.of(), name + ".");
  }

  private static String descending(Set<String> first, String prefix) {
    return Stream.concat(first.stream(), Stream.of("created_at", "order_id"))
        .map(column -> prefix + column + " DESC")
        .collect(Collectors.joining(", "));
  }
}
