package dev.crossdock.estimate;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Makes distributions of histograms. */
public final class Tables {
  private static final int MICROS = 1000;

  private Tables() {}

  /** Of a histogram of microseconds with something in it, whatever its counts stand for. */
  static Quantiles of(AbstractHistogram histogram, long samples) {
    return of(histogram, samples, 1);
  }

  /**
   * Of encoded histograms of milliseconds, as the read side keeps them.
   *
   * @throws DataFormatException when one of them is no such thing
   */
  public static Quantiles ofMillis(List<byte[]> encoded) throws DataFormatException {
    Histogram all = new Histogram(2);
    for (byte[] one : encoded) {
      all.add(Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(one), 0));
    }
    return all.getTotalCount() == 0 ? Quantiles.NONE : of(all, all.getTotalCount(), MICROS);
  }

  /** What is in one bucket is taken to be spread evenly over it. */
  private static Quantiles of(AbstractHistogram histogram, long samples, int unit) {
    long[] table = new long[Quantiles.STRATA];
    long total = histogram.getTotalCount();
    int filled = 0;
    for (HistogramIterationValue value : histogram.recordedValues()) {
      long upTo = value.getTotalCountToThisValue();
      double low = histogram.lowestEquivalentValue(value.getValueIteratedTo());
      double width = histogram.nextNonEquivalentValue(value.getValueIteratedTo()) - low;
      long before = upTo - value.getCountAtValueIteratedTo();
      while (filled < Quantiles.STRATA
          && total * (2L * filled + 1) <= upTo * 2 * Quantiles.STRATA) {
        double into = total * (filled + 0.5) / Quantiles.STRATA - before;
        double share = into / value.getCountAtValueIteratedTo();
        table[filled++] = (long) ((low + width * share) * unit);
      }
    }
    return Quantiles.of(table, samples);
  }
}
