package dev.crossdock.replay;

import dev.crossdock.view.Change;
import java.util.Optional;

/** Proves one entity's events, which come in sequence. */
interface EntityCheck {

  /** One more. */
  void take(StoredEvent event);

  /** What it is like now. */
  Object state();

  /** The last thing that has happened to it; empty for what the read side has no row of. */
  Optional<Change> last();
}
