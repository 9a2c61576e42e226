package dev.crossdock.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * What a distribution says of what has already taken so long, and how it is read from the tables.
 */
class QuantilesTest {
  private static final long SECOND = 1_000_000;

  @Test
  void saysNothingLessThanWhatIsLeft() {
    Quantiles evenly = Quantiles.upTo(Duration.ofSeconds(10));
    for (int part = 0; part < Quantiles.STRATA; part++) {
      assertThat(evenly.left(part, 8 * SECOND)).isBetween(0L, 2 * SECOND);
    }
    assertThat(evenly.left(64, 8 * SECOND)).isCloseTo(SECOND, Percentage.withPercentage(10));
  }

  @Test
  void expectsWhatTookLongerThanAllToTakeLongerStill() {
    Quantiles evenly = Quantiles.upTo(Duration.ofSeconds(1));
    assertThat(evenly.left(64, 20 * SECOND)).isGreaterThan(evenly.left(64, 10 * SECOND));
    assertThat(evenly.left(120, 10 * SECOND)).isGreaterThan(evenly.left(10, 10 * SECOND));
  }

  @Test
  void isReadFromEncodedMilliseconds() throws DataFormatException {
    Quantiles read = Tables.ofMillis(List.of(encoded(100), encoded(300)));
    assertThat(read.samples()).isEqualTo(20);
    assertThat(read.at(0.2).toMillis()).isCloseTo(100, Percentage.withPercentage(2));
    assertThat(read.at(0.8).toMillis()).isCloseTo(300, Percentage.withPercentage(2));
    assertThat(Tables.ofMillis(List.of())).isSameAs(Quantiles.NONE);
  }

  @Test
  void refusesWhatIsNoHistogram() {
    assertThatThrownBy(() -> Tables.ofMillis(List.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8})))
        .isInstanceOf(Exception.class);
    assertThatThrownBy(() -> Quantiles.of(new long[] {1}, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] encoded(long millis) {
    Histogram histogram = new Histogram(2);
    IntStream.range(0, 10).forEach(i -> histogram.recordValue(millis));
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    byte[] bytes = new byte[histogram.encodeIntoCompressedByteBuffer(buffer)];
    buffer.flip().get(bytes);
    return bytes;
  }
}
