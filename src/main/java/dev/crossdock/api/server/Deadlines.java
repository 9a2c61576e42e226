package dev.crossdock.api.server;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.pekko.Done;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BidiShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractInHandler;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.AsyncCallback;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.apache.pekko.util.ByteString;

/**
 * Sits between a connection and HTTP, and ends the connection when the client takes too long: over
 * the head of a request, from its first byte on, or to begin another; also when the server stops.
 */
final class Deadlines
    extends GraphStage<BidiShape<ByteString, ByteString, ByteString, ByteString>> {
  private static final String HEAD = "head";
  private static final String IDLE = "idle";

  private final Inlet<ByteString> fromHttp = Inlet.create("from-http");
  private final Outlet<ByteString> toClient = Outlet.create("to-client");
  private final Inlet<ByteString> fromClient = Inlet.create("from-client");
  private final Outlet<ByteString> toHttp = Outlet.create("to-http");
  private final Turns turns;
  private final Stops stops;
  private final Duration head;
  private final Duration idle;
  private final Supplier<ByteString> tooLate;

  /**
   * Deadlines of one connection.
   *
   * @param head from the first byte of a request to the last of its head
   * @param idle how long nothing may be said while nothing is asked
   * @param tooLate what a client is told whose head is too late
   */
  Deadlines(Turns turns, Stops stops, Duration head, Duration idle, Supplier<ByteString> tooLate) {
    this.turns = turns;
    this.stops = stops;
    this.head = head;
    this.idle = idle;
    this.tooLate = tooLate;
  }

  @Override
  public BidiShape<ByteString, ByteString, ByteString, ByteString> shape() {
    return BidiShape.of(fromHttp, toClient, fromClient, toHttp);
  }

  @Override
  public GraphStageLogic createLogic(Attributes inheritedAttributes) {
    return new Logic();
  }

  /** Passes bytes both ways, and looks at the clock. */
  private final class Logic extends TimerGraphStageLogic implements Runnable {
    private final AsyncCallback<Done> stopping = createAsyncCallback(any -> takeNoMore());
    private long timedFor = -1;
    private long movedAt = System.nanoTime();

    Logic() {
      super(shape());
      pass(fromHttp, toClient);
      pass(fromClient, toHttp);
    }

    @Override
    public void preStart() {
      scheduleWithFixedDelay(IDLE, idle.dividedBy(4), idle.dividedBy(4));
      stops.watch(this);
    }

    @Override
    public void postStop() {
      stops.unwatch(this);
    }

    /** The server is to stop. Called by anybody. */
    @Override
    public void run() {
      stopping.invoke(Done.getInstance());
    }

    @Override
    public void onTimer(Object timer) {
      if (turns.turn() == Turns.Turn.STREAM) {
        cancelTimer(IDLE);
      } else if (!turns.isClients()) {
        movedAt = System.nanoTime();
      } else if (timer.equals(HEAD)) {
        cutIfHeadIsLate();
      } else if (System.nanoTime() - movedAt >= idle.toNanos()) {
        cut(ByteString.emptyByteString());
      }
    }

    private void pass(Inlet<ByteString> in, Outlet<ByteString> out) {
      setHandler(
          in,
          new AbstractInHandler() {
            @Override
            public void onPush() {
              moved(in);
              push(out, grab(in));
            }

            @Override
            public void onUpstreamFinish() {
              complete(out);
            }
          });
      setHandler(
          out,
          new AbstractOutHandler() {
            @Override
            public void onPull() {
              pull(in);
            }

            @Override
            public void onDownstreamFinish(Throwable cause) {
              cancel(in, cause);
            }
          });
    }

    private void moved(Inlet<ByteString> in) {
      movedAt = System.nanoTime();
      if (in.equals(fromClient) && turns.isClients() && timedFor != turns.heads()) {
        timedFor = turns.heads();
        scheduleOnce(HEAD, head);
      }
    }

    /**
     * What is being answered is answered first; HTTP ends the connection behind it, and behind a
     * stream, which ends by itself.
     */
    private void takeNoMore() {
      switch (turns.turn()) {
        case CLIENT -> {
          complete(toHttp);
          cancel(fromClient);
        }
        case STREAM, ANSWER -> {}
      }
    }

    private void cutIfHeadIsLate() {
      if (timedFor == turns.heads()) {
        cut(tooLate.get());
      }
    }

    /** A client that does not even take what it was sent is not waited for. */
    private void cut(ByteString lastWord) {
      if (!isAvailable(toClient)) {
        failStage(new TimeoutException("the client neither sends nor receives"));
        return;
      }
      if (!lastWord.isEmpty()) {
        push(toClient, lastWord);
      }
      completeStage();
    }
  }
}
