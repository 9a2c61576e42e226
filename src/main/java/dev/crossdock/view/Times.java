package dev.crossdock.view;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Durations in milliseconds, up to a year, as they are stored: encoded HdrHistograms. */
public final class Times {
  private static final int DIGITS = 2;
  private static final long MILLIS_MAX = Duration.ofDays(366).toMillis();

  private Times() {}

  /** Nothing measured yet. */
  public static Histogram none() {
    return new Histogram(MILLIS_MAX, DIGITS);
  }

  /**
   * What was stored.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  public static Histogram of(byte[] stored) {
    try {
      return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(stored), MILLIS_MAX);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("no histogram", e);
    }
  }

  /** To be stored. */
  public static byte[] stored(Histogram times) {
    ByteBuffer buffer = ByteBuffer.allocate(times.getNeededByteBufferCapacity());
    int length = times.encodeIntoCompressedByteBuffer(buffer);
    byte[] bytes = new byte[length];
    buffer.flip().get(bytes, 0, length);
    return bytes;
  }

  /** Adds one; what is less than nothing counts as nothing, what is more than a year as a year. */
  public static void add(Histogram times, Duration duration) {
    times.recordValue(Math.clamp(duration.toMillis(), 0, MILLIS_MAX));
  }
}
