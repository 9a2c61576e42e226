package dev.crossdock.view;

import org.jspecify.annotations.Nullable;

/**
 * A page of a merchant's orders, newest first.
 *
 * @param limit orders on the page, 1 to {@value #LIMIT_MAX}
 * @param behind the place that the page before ended at; absent for the first
 */
public record OrderQuery(
    String merchant, OrderFilter filter, int limit, @Nullable ListPlace behind) {
  public static final int LIMIT_MAX = 200;

  public OrderQuery {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("limit " + limit);
    }
  }
}
