package dev.crossdock.view;

import java.util.Comparator;

/**
 * A place in the list of orders, which runs from the newest to the oldest.
 *
 * @param createdAt microseconds since 1970
 */
public record ListPlace(long createdAt, String orderId) implements Comparable<ListPlace> {
  private static final Comparator<ListPlace> NEWEST_FIRST =
      Comparator.comparingLong(ListPlace::createdAt).thenComparing(ListPlace::orderId).reversed();

  @Override
  public int compareTo(ListPlace other) {
    return NEWEST_FIRST.compare(this, other);
  }
}
