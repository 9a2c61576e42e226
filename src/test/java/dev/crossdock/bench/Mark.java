package dev.crossdock.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The number of an order, as it is written into everything that is said of the order. */
final class Mark {
  /** What a first order of a run has. */
  static final int FIRST = 0;

  /** So long that no random id looks like it, and of nothing but what may stand anywhere. */
  private static final byte[] PREFIX = "bxbxbx".getBytes(StandardCharsets.US_ASCII);

  private static final int DIGITS = 7;
  private static final int NONE = -1;

  private Mark() {}

  static String of(int number) {
    return "bxbxbx%07d".formatted(number);
  }

  /**
   * The number of the first mark in a text.
   *
   * @throws IllegalArgumentException when there is none
   */
  static int in(byte[] text) {
    for (int i = 0; i + PREFIX.length + DIGITS <= text.length; i++) {
      if (Arrays.equals(text, i, i + PREFIX.length, PREFIX, 0, PREFIX.length)) {
        int number = number(text, i + PREFIX.length);
        if (number != NONE) {
          return number;
        }
      }
    }
    throw new IllegalArgumentException(new String(text, StandardCharsets.UTF_8));
  }

  private static int number(byte[] text, int from) {
    int number = 0;
    for (int i = from; i < from + DIGITS; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return NONE;
      }
      number = 10 * number + text[i] - '0';
    }
    return number;
  }
}
