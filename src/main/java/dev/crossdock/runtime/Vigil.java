package dev.crossdock.runtime;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.typed.Cluster;

/**
 * Notices that the whole process stood still, as a machine that is suspended makes it. The cluster
 * may have gone on without this node meanwhile, and given its orders to others; so no partner is
 * called before it is clear that it has not. If it has, the node stops before that. Safe for use by
 * many threads.
 */
final class Vigil {
  /** Sooner than the others can have given it up. */
  private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

  /** By then the others have been heard of, or have become unreachable. */
  private static final long HOLD_NANOS = Duration.ofSeconds(7).toNanos();

  private static final Duration EVERY = Duration.ofMillis(500);

  private final LongSupplier nanos;
  private final BooleanSupplier isAlone;
  private final BooleanSupplier seesAll;
  private long seenNanos;
  private long heldSinceNanos;
  private boolean held;

  /**
   * Nothing was noticed yet.
   *
   * @param isAlone whether there is nobody else who could take over
   * @param seesAll whether all others answer
   */
  Vigil(LongSupplier nanos, BooleanSupplier isAlone, BooleanSupplier seesAll) {
    this.nanos = nanos;
    this.isAlone = isAlone;
    this.seesAll = seesAll;
    this.seenNanos = nanos.getAsLong();
  }

  /** Keeps watch for a node, and makes pacers that wait when they should. */
  static <P> Function<P, Pacer> over(ActorSystem<?> system, Function<P, Pacer> pacers) {
    Cluster cluster = Cluster.get(system);
    Vigil vigil =
        new Vigil(
            System::nanoTime,
            () -> cluster.state().members().size() < 2,
            () -> cluster.state().unreachable().isEmpty());
    system.scheduler().scheduleWithFixedDelay(EVERY, EVERY, vigil::look, system.executionContext());
    return partner -> vigil.before(pacers.apply(partner));
  }

  /** The same pacer, for as long as the process has not stood still. */
  Pacer before(Pacer pacer) {
    return () -> mayAct() ? pacer.ask() : EVERY;
  }

  /** To be called every half second. */
  synchronized void look() {
    long now = nanos.getAsLong();
    if (now - seenNanos > PAUSE_NANOS && !isAlone.getAsBoolean()) {
      held = true;
      heldSinceNanos = now;
    } else if (held && now - heldSinceNanos > HOLD_NANOS && seesAll.getAsBoolean()) {
      held = false;
    }
    seenNanos = now;
  }

  private synchronized boolean mayAct() {
    boolean stoodStill = nanos.getAsLong() - seenNanos > PAUSE_NANOS;
    if (stoodStill) {
      look();
    }
    return !held;
  }
}
