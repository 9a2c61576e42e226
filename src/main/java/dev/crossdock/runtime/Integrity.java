package dev.crossdock.runtime;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches over what an entity reads from its journal: a stream with a hole, or with an event that
 * does not fit, is not trusted, and never guessed at.
 */
final class Integrity {
  private long folded;
  private @Nullable String broken;

  /** What comes first is behind that event: a snapshot has all up to it. */
  void begin(long version) {
    folded = version;
  }

  /** How many events are in the state. */
  long folded() {
    return folded;
  }

  /** The state after one more event, or what is left when it does not fit. */
  <S> S folded(Supplier<S> fold, Function<String, S> quarantined) {
    folded++;
    try {
      return fold.get();
    } catch (RuntimeException misfit) {
      return quarantined.apply("event " + folded + ": " + misfit.getMessage());
    }
  }

  /** After a recovery: as many events as the journal says there are must have been read. */
  void check(long lastSequenceNumber) {
    if (folded != lastSequenceNumber) {
      broken = "the journal has " + folded + " events of " + lastSequenceNumber;
    }
  }

  /** The state, if the journal can be trusted. */
  <S> S trusted(S state, Function<String, S> quarantined) {
    return broken == null ? state : quarantined.apply(broken);
  }
}
