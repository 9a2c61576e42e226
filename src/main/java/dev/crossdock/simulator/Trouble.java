package dev.crossdock.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.pattern.Patterns;

/** Puts the usual latency, and what faults are switched on, around the work of a call. */
final class Trouble {

  private static final long LATER_MILLIS = 1_000;
  private static final long HANG_MILLIS = 30_000;

  private final ActorSystem<?> system;
  private final Faults faults;
  private final Latency latency;
  private final Random dice;

  Trouble(ActorSystem<?> system, Faults faults, Latency latency, long seed) {
    this.system = system;
    this.faults = faults;
    this.latency = latency;
    this.dice = new Random(seed);
  }

  /** Does the work when its time has come, if at all, and says what goes over the wire. */
  CompletionStage<HttpResponse> around(String partner, String operation, Supplier<Reply> work) {
    long usual = latency.next(dice);
    Optional<FaultRule> fault = faults.pick(partner, operation);
    if (fault.isEmpty()) {
      return later(usual, () -> Answers.of(work.get()));
    }
    FaultRule rule = fault.get();
    return switch (rule.kind()) {
      case LATENCY -> later(usual + rule.millisOr(LATER_MILLIS), () -> Answers.of(work.get()));
      case STATUS -> later(usual, () -> Answers.status(rule));
      case HANG -> later(rule.millisOr(HANG_MILLIS), () -> Answers.of(work.get()));
      case DROP_BEFORE -> later(usual, () -> Answers.CUT);
      case DROP_AFTER -> done(usual, work).thenCompose(x -> later(rule.millisOr(0), Trouble::cut));
      case GARBAGE -> done(usual, work).thenApply(reply -> Answers.garbage());
    };
  }

  private static HttpResponse cut() {
    return Answers.CUT;
  }

  private CompletionStage<Reply> done(long millis, Supplier<Reply> work) {
    return later(millis, work);
  }

  private <T> CompletionStage<T> later(long millis, Supplier<T> what) {
    if (millis <= 0) {
      return CompletableFuture.completedStage(what.get());
    }
    return Patterns.after(
        Duration.ofMillis(millis), system, () -> CompletableFuture.completedStage(what.get()));
  }
}
