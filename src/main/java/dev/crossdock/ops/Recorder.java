package dev.crossdock.ops;

import dev.crossdock.ops.Supervision.Branch;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.BehaviorInterceptor;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.Signal;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.TypedActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Writes down in the supervision tree what becomes of one actor: failures, restarts, its end. */
public final class Recorder<M> extends BehaviorInterceptor<M, M> {
  private final Branch branch;

  private Recorder(Class<M> messages, Branch branch) {
    super(messages);
    this.branch = branch;
  }

  /** The behavior, supervised by the strategy, with its life written down under the branch. */
  public static <M> Behavior<M> supervised(
      Class<M> messages, Branch branch, Behavior<M> behavior, SupervisorStrategy strategy) {
    return Behaviors.supervise(
            Behaviors.intercept(() -> new Recorder<>(messages, branch), behavior))
        .onFailure(strategy);
  }

  @Override
  public Behavior<M> aroundStart(TypedActorContext<M> context, PreStartTarget<M> target) {
    try {
      Behavior<M> started = target.start(context);
      branch.running();
      return started;
    } catch (RuntimeException failure) {
      branch.failed(failure);
      throw failure;
    }
  }

  @Override
  public Behavior<M> aroundReceive(
      TypedActorContext<M> context, M message, ReceiveTarget<M> target) {
    try {
      return target.apply(context, message);
    } catch (RuntimeException failure) {
      branch.failed(failure);
      throw failure;
    }
  }

  @Override
  public Behavior<M> aroundSignal(
      TypedActorContext<M> context, Signal signal, SignalTarget<M> target) {
    if (signal instanceof PostStop) {
      branch.stopped();
    }
    try {
      return target.apply(context, signal);
    } catch (RuntimeException failure) {
      branch.failed(failure);
      throw failure;
    }
  }
}
