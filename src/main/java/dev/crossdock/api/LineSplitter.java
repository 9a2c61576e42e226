package dev.crossdock.api;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractInHandler;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.apache.pekko.util.ByteString;

/**
 * Makes lines of bytes, one at a time as they are asked for. Holds no more than one line and one
 * chunk. Whatever ends the bytes too soon, a client that falls silent among it, becomes the last
 * line: the stage does not fail. Silence counts only while bytes are wanted.
 */
final class LineSplitter extends GraphStage<FlowShape<ByteString, BatchedLine>> {
  private static final String SILENCE = "silence";

  private final Inlet<ByteString> in = Inlet.create("bytes");
  private final Outlet<BatchedLine> out = Outlet.create("lines");
  private final int bytesMax;
  private final Duration silence;

  /**
   * A splitter of one stream.
   *
   * @param bytesMax of a line
   * @param silence for which the client may say nothing
   */
  LineSplitter(int bytesMax, Duration silence) {
    this.bytesMax = bytesMax;
    this.silence = silence;
  }

  @Override
  public FlowShape<ByteString, BatchedLine> shape() {
    return FlowShape.of(in, out);
  }

  @Override
  public GraphStageLogic createLogic(Attributes inheritedAttributes) {
    return new Logic();
  }

  /** One stream. */
  private final class Logic extends TimerGraphStageLogic {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private byte[] chunk = {};
    private int at;
    private long count;
    private boolean isTooLong;
    private boolean isOver;
    private Optional<Throwable> broken = Optional.empty();

    Logic() {
      super(shape());
      setHandler(
          in,
          new AbstractInHandler() {
            @Override
            public void onPush() {
              cancelTimer(SILENCE);
              chunk = grab(in).toArrayUnsafe();
              at = 0;
              goOn();
            }

            @Override
            public void onUpstreamFinish() {
              end(Optional.empty());
            }

            @Override
            public void onUpstreamFailure(Throwable failure) {
              end(Optional.of(failure));
            }
          });
      setHandler(
          out,
          new AbstractOutHandler() {
            @Override
            public void onPull() {
              goOn();
            }
          });
    }

    @Override
    public void onTimer(Object timer) {
      cancel(in);
      end(Optional.of(new TimeoutException("nothing came for " + silence.toMillis() + " ms")));
    }

    /** Lines that are there whole still come first. */
    private void end(Optional<Throwable> tooSoon) {
      cancelTimer(SILENCE);
      isOver = true;
      broken = tooSoon;
      if (isAvailable(out)) {
        goOn();
      }
    }

    private void goOn() {
      Optional<BatchedLine> next = next();
      if (next.isPresent()) {
        push(out, next.get());
      } else if (isOver) {
        broken.ifPresent(why -> emit(out, new BatchedLine.Broken(count + 1, why)));
        complete(out);
      } else {
        pull(in);
        scheduleOnce(SILENCE, silence);
      }
    }

    /** The next line that is there whole, or the last when it has no end of line. */
    private Optional<BatchedLine> next() {
      while (at < chunk.length) {
        int end = endOfLine();
        keep(end);
        at = end + 1;
        if (end < chunk.length) {
          Optional<BatchedLine> whole = whole();
          if (whole.isPresent()) {
            return whole;
          }
        }
      }
      return isOver && broken.isEmpty() ? whole() : Optional.empty();
    }

    private int endOfLine() {
      int end = at;
      while (end < chunk.length && chunk[end] != '\n') {
        end++;
      }
      return end;
    }

    private void keep(int end) {
      if (line.size() + end - at > bytesMax) {
        isTooLong = true;
        line.reset();
      }
      if (!isTooLong) {
        line.write(chunk, at, end - at);
      }
    }

    private Optional<BatchedLine> whole() {
      count++;
      byte[] bytes = line.toByteArray();
      boolean tooLong = isTooLong;
      line.reset();
      isTooLong = false;
      if (tooLong) {
        return Optional.of(new BatchedLine.TooLong(count));
      }
      return isBlank(bytes)
          ? Optional.empty()
          : Optional.of(new BatchedLine.Text(count, ByteString.fromArrayUnsafe(bytes)));
    }

    private static boolean isBlank(byte[] bytes) {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return true;
    }
  }
}
