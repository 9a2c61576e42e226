package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;

/** Bytes become the same lines however they come, and what ends them too soon is one more. */
class LineSplitterTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void itDoesNotMatterHowTheBytesCome() {
    String text = "one\n\n  \r\ntwo\r\nmuch too long\nthree";
    for (int size = 1; size <= text.length(); size++) {
      assertThat(told(split(chunks(text, size))))
          .as("chunks of " + size)
          .containsExactly("1 one", "4 two", "5 too long", "6 three");
    }
  }

  @Test
  void aLineMayBeAsLongAsTheLimit() {
    assertThat(told(split(Source.single(ByteString.fromString("12345678\n123456789\n")))))
        .containsExactly("1 12345678", "2 too long");
  }

  @Test
  void noBytesAreNoLines() {
    assertThat(split(Source.<ByteString>empty())).isEmpty();
  }

  @Test
  void whatCameWholeIsAnsweredBeforeWhatBrokeIt() {
    Source<ByteString, ?> broken =
        Source.fromIterator(
            () ->
                Stream.of("one\ntwo\nthr", "cut")
                    .map(
                        text -> {
                          if (text.equals("cut")) {
                            throw new IllegalStateException(text);
                          }
                          return ByteString.fromString(text);
                        })
                    .iterator());
    assertThat(told(split(broken))).containsExactly("1 one", "2 two", "3 broken: cut");
  }

  @Test
  void aClientThatFallsSilentIsNotWaitedFor() {
    Source<ByteString, ?> silent =
        Source.single(ByteString.fromString("one\ntw")).concat(Source.maybe());
    List<BatchedLine> lines = split(silent, Duration.ofMillis(50));
    assertThat(told(lines)).containsExactly("1 one", "2 broken: nothing came for 50 ms");
    assertThat(((BatchedLine.Broken) lines.getLast()).why()).isInstanceOf(TimeoutException.class);
  }

  private static Source<ByteString, ?> chunks(String text, int size) {
    List<ByteString> chunks = new ArrayList<>();
    for (int at = 0; at < text.length(); at += size) {
      chunks.add(ByteString.fromString(text.substring(at, Math.min(text.length(), at + size))));
    }
    return Source.from(chunks);
  }

  private static List<BatchedLine> split(Source<ByteString, ?> bytes) {
    return split(bytes, LONG);
  }

  private static List<BatchedLine> split(Source<ByteString, ?> bytes, Duration silence) {
    return bytes
        .via(new LineSplitter(8, silence))
        .runWith(Sink.seq(), Bench.SYSTEM)
        .toCompletableFuture()
        .join();
  }

  private static List<String> told(List<BatchedLine> lines) {
    return lines.stream().map(line -> line.number() + " " + told(line)).toList();
  }

  private static String told(BatchedLine line) {
    return switch (line) {
      case BatchedLine.Text text -> text.bytes().utf8String().strip();
      case BatchedLine.TooLong tooLong -> "too long";
      case BatchedLine.Broken broken -> "broken: " + broken.why().getMessage();
    };
  }
}
