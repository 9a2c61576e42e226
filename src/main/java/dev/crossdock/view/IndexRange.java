package dev.crossdock.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  SqlText where(int generation, OrderQuery query, @Nullable ListPlace behind) {
    List<Object> values = new ArrayList<>(List.of(generation, query.merchant()));
    StringBuilder text = new StringBuilder("generation = ? AND merchant = ?");
    equal.forEach(
        (column, value) -> {
          text.append(" AND ").append(column).append(" = ?");
          values.add(value);
        });
    OrderFilter filter = query.filter();
    if (filter.createdFrom() != null) {
      text.append(" AND created_at >= ?");
      values.add(Sql.microsUp(filter.createdFrom()));
    }
    // Always from some moment on: by it H2 finds the index, as it does by columns only.
    text.append(" AND created_at <= ?");
    values.add(newest(filter, behind));
    if (behind != null) {
      text.append(" AND (created_at, order_id) < (?, ?)");
      values.addAll(List.of(behind.createdAt(), behind.orderId()));
    }
    return new SqlText(text.toString(), values);
  }

  private static long newest(OrderFilter filter, @Nullable ListPlace behind) {
    long before =
        filter.createdBefore() == null ? Long.MAX_VALUE : Sql.microsUp(filter.createdBefore()) - 1;
    return behind == null ? before : Math.min(before, behind.createdAt());
  }

  /** The order that the index has by itself. */
  String newestFirst() {
    StringBuilder order = new StringBuilder(" ORDER BY generation DESC, merchant DESC");
    equal.keySet().forEach(column -> order.append(", ").append(column).append(" DESC"));
    return order.append(", created_at DESC, order_id DESC").toString();
  }
}
