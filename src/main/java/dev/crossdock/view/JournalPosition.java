package dev.crossdock.view;

import java.util.Comparator;

/**
 * A place in the journal: everything up to it, itself included, has been seen.
 *
 * @param transaction by which it was stored; 0 where the database does not tell
 * @param ordering the row's number in the whole journal
 */
public record JournalPosition(long transaction, long ordering)
    implements Comparable<JournalPosition> {
  private static final Comparator<JournalPosition> ORDER =
      Comparator.comparingLong(JournalPosition::transaction)
          .thenComparingLong(JournalPosition::ordering);

  /** Before everything. */
  public static final JournalPosition START = new JournalPosition(0, 0);

  /** Reverses {@link #toString()}. */
  static JournalPosition of(String text) {
    int slash = text.indexOf('/');
    return new JournalPosition(
        Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
  }

  @Override
  public int compareTo(JournalPosition other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return transaction + "/" + ordering;
  }
}
