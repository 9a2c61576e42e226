package dev.crossdock.api.stream;

import java.util.concurrent.Flow;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.SourceShape;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.AsyncCallback;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.util.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one stream: begins with a comment, so that the client sees at once that it is
 * connected; tells what happens, as fast as it is taken; breathes meanwhile; ends by itself with
 * what it follows, when it is old, or when the node stops. Keeps one event at most.
 *
 * @param <T> what it is told
 */
public final class LiveSource<T> extends GraphStage<SourceShape<ByteString>> {
  private final Outlet<ByteString> out = Outlet.create("events");
  private final Flow.Publisher<T> news;
  private final Script<T> script;
  private final Pulse pulse;

  /** To be run once. */
  public LiveSource(Flow.Publisher<T> news, Script<T> script, Pulse pulse) {
    this.news = news;
    this.script = script;
    this.pulse = pulse;
  }

  @Override
  public SourceShape<ByteString> shape() {
    return SourceShape.of(out);
  }

  @Override
  public GraphStageLogic createLogic(Attributes inheritedAttributes) {
    return new Logic();
  }

  /** Whatever comes from outside is done in the stage's own turn. */
  private final class Logic extends GraphStageLogic implements Flow.Subscriber<T>, Pulse.Beating {
    private final AsyncCallback<Runnable> inTurn = createAsyncCallback(Runnable::run);
    private final long endsAt = System.nanoTime() + pulse.terms().ageNanos();
    private int slot;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean over;
    private @Nullable T held;
    private boolean begun;
    private boolean asked;
    private boolean completed;

    Logic() {
      super(LiveSource.this.shape());
      setHandler(
          out,
          new AbstractOutHandler() {
            @Override
            public void onPull() {
              pulled();
            }
          });
    }

    @Override
    public void preStart() {
      slot = pulse.join(this);
      news.subscribe(this);
    }

    @Override
    public void postStop() {
      over = true;
      pulse.leave(slot, this);
      cancel();
    }

    private void cancel() {
      Flow.Subscription given = subscription;
      if (given != null) {
        given.cancel();
      }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      if (over) {
        cancel();
      } else {
        inTurn.invoke(this::ask);
      }
    }

    @Override
    public void onNext(T news) {
      inTurn.invoke(
          () -> {
            asked = false;
            held = news;
            tell();
          });
    }

    @Override
    public void onError(Throwable why) {
      inTurn.invoke(() -> failStage(why));
    }

    @Override
    public void onComplete() {
      inTurn.invoke(
          () -> {
            completed = true;
            completeIfAllIsTold();
          });
    }

    @Override
    public void beat() {
      inTurn.invoke(this::breathe);
    }

    @Override
    public void end() {
      inTurn.invoke(() -> endWith("stopped; go on elsewhere"));
    }

    private void pulled() {
      if (!begun) {
        begun = true;
        push(out, Frames.retry("", pulse.terms().retry()));
      } else {
        tell();
        ask();
      }
    }

    private void tell() {
      T next = held;
      if (next != null && begun && isAvailable(out)) {
        held = null;
        push(out, script.told(next));
        completeIfAllIsTold();
      }
    }

    private void ask() {
      Flow.Subscription given = subscription;
      if (given != null && begun && !asked && held == null && !completed) {
        asked = true;
        given.request(1);
      }
    }

    private void completeIfAllIsTold() {
      if (completed && held == null) {
        complete(out);
      }
    }

    private void breathe() {
      if (System.nanoTime() >= endsAt) {
        endWith("old enough; go on where it ends");
      } else if (begun && isAvailable(out)) {
        push(out, script.meanwhile().orElse(Frames.COMMENT));
      }
    }

    /** A client that does not take what it has been sent is not told why. */
    private void endWith(String why) {
      if (begun && isAvailable(out)) {
        push(out, Frames.retry(why, pulse.terms().retry()));
      }
      complete(out);
    }
  }
}
