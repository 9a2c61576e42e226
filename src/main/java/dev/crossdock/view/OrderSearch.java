package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds pages of orders. Every filter has an index with its orders from the newest to the oldest;
 * of several filters the one with the fewest orders is gone through, and the others are asked of
 * each order. Where all have many, a page may come short, and says where to go on.
 */
public final class OrderSearch {
  private final ListTables tables;
  private final OrderQuery query;
  private final Conditions conditions;

  OrderSearch(ListTables tables, OrderQuery query) {
    this.tables = tables;
    this.query = query;
    this.conditions = new Conditions(tables, query);
  }

  /** A page from that generation of the tables. */
  public static OrderPage find(Connection connection, int generation, OrderQuery query)
      throws SQLException {
    return new OrderSearch(ListTables.on(connection, generation), query).find(connection);
  }

  private OrderPage find(Connection connection) throws SQLException {
    List<RangeScan.Part> parts = new ArrayList<>();
    for (IndexRange range : way(connection)) {
      parts.add(scan(range).find(connection, query.limit() + 1));
    }
    return page(parts, query.limit());
  }

  /** The way with the fewest orders; counting each costs less than taking a bad one. */
  List<IndexRange> way(Connection connection) throws SQLException {
    List<List<IndexRange>> ways = conditions.ways();
    List<IndexRange> best = ways.getFirst();
    int least = Integer.MAX_VALUE;
    for (List<IndexRange> way : ways.size() == 1 ? List.<List<IndexRange>>of() : ways) {
      int size = 0;
      for (IndexRange range : way) {
        size += scan(range).size(connection);
      }
      if (size < least) {
        least = size;
        best = way;
      }
    }
    return best;
  }

  RangeScan scan(IndexRange range) {
    return new RangeScan(tables, query, range, conditions.besides(range));
  }

  /** Nothing older than where one of the ranges was left can be shown: there may be more there. */
  static OrderPage page(List<RangeScan.Part> parts, int limit) {
    Optional<ListPlace> seenTo =
        parts.stream()
            .map(RangeScan.Part::seenTo)
            .filter(Objects::nonNull)
            .min(ListPlace::compareTo);
    List<RangeScan.Found> found =
        parts.stream()
            .flatMap(part -> part.found().stream())
            .filter(it -> seenTo.isEmpty() || it.place().compareTo(seenTo.get()) <= 0)
            .sorted((a, b) -> a.place().compareTo(b.place()))
            .toList();
    boolean isFull = found.size() > limit;
    List<RangeScan.Found> shown = isFull ? found.subList(0, limit) : found;
    return new OrderPage(
        shown.stream().map(RangeScan.Found::summary).toList(),
        isFull ? Optional.of(shown.getLast().place()) : seenTo);
  }
}
