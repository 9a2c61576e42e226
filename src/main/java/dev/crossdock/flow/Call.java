package dev.crossdock.flow;

import dev.crossdock.partner.Ask;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A partner call that must be on its way, as the state says.
 *
 * @param partner which partner of the kind; absent: the one there is, for rates every carrier
 * @param key the idempotency key
 * @param deadline of each request that the errand takes
 * @param promise when the order is due: the earlier, the sooner a full gateway lets it through
 */
public record Call(
    CallId id,
    Errand errand,
    Ask ask,
    @Nullable String partner,
    String key,
    Duration deadline,
    Instant promise) {

  /** What to do about it. */
  public enum Errand {
    DO,
    /** It may have been done already: look it up, do it only when the partner has nothing. */
    LOOK_UP_THEN_DO,
    /** Only find out whether it was done. */
    LOOK_UP
  }

  /** Whether nothing is lost by dropping it: it acquires nothing and takes nothing back. */
  public boolean isRead() {
    return !id.undo() && !(ask instanceof Ask.Acquiring);
  }
}
