package dev.crossdock.view;

import dev.crossdock.order.OrderStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a filter says, as ranges of indexes to go through and as conditions on single orders. */
final class Conditions {
  private static final String FACET =
      "(SELECT COUNT(*) FROM order_facet g WHERE g.generation = ? AND g.merchant = ?"
          + " AND g.facet = ? AND g.facet_value = ? AND g.created_at = o.created_at"
          + " AND g.order_id = o.order_id) = 1";

  private final ListTables tables;
  private final OrderQuery query;
  private final Map<String, String> columns = new TreeMap<>(Collections.reverseOrder());
  private final Map<String, String> facets = new TreeMap<>();

  Conditions(ListTables tables, OrderQuery query) {
    this.tables = tables;
    this.query = query;
    OrderFilter filter = query.filter();
    put(columns, "reference", filter.reference());
    put(columns, "customer_id", filter.customerId());
    put(facets, "HOLD", filter.hold());
    put(facets, "STEP", filter.step());
    put(facets, "PARTNER", filter.partner());
  }

  /** One after the other what orders could be found by, the most telling first; at least one. */
  List<List<IndexRange>> ways() {
    List<List<IndexRange>> ways = new ArrayList<>();
    columns.forEach((column, value) -> ways.add(List.of(IndexRange.list(column, value))));
    facets.forEach((facet, value) -> ways.add(List.of(IndexRange.facet(facet, value))));
    if (!query.filter().statuses().isEmpty()) {
      ways.add(
          query.filter().statuses().stream()
              .sorted()
              .map(status -> IndexRange.list("status", status.name()))
              .toList());
    }
    return ways.isEmpty() ? List.of(List.of(IndexRange.all())) : ways;
  }

  /** What is left to be asked of an order, {@code o}, that was found in the range. */
  List<SqlText> besides(IndexRange range) {
    List<SqlText> besides = new ArrayList<>();
    columns.forEach(
        (column, value) -> {
          if (!range.equal().containsKey(column)) {
            besides.add(SqlText.of("o." + column + " = ?", value));
          }
        });
    List<OrderStatus> statuses = query.filter().statuses().stream().sorted().toList();
    if (!statuses.isEmpty() && !range.equal().containsKey("status")) {
      besides.add(
          new SqlText(
              "o.status IN (" + String.join(", ", Collections.nCopies(statuses.size(), "?")) + ")",
              statuses.stream().map(it -> (Object) it.name()).toList()));
    }
    facets.forEach(
        (facet, value) -> {
          if (!facet.equals(range.equal().get("facet"))) {
            besides.add(SqlText.of(FACET, tables.generation(), query.merchant(), facet, value));
          }
        });
    return besides;
  }

  private static void put(Map<String, String> in, String name, @Nullable String value) {
    if (value != null) {
      in.put(name, value);
    }
  }
}
