package dev.crossdock.replay;

import dev.crossdock.journal.EventHash;
import java.security.MessageDigest;
import java.util.Optional;

/** Follows the hashes of one entity's events, which come in sequence. */
final class ChainCheck {
  private final long unchainedTo;
  private byte[] before = EventHash.none();
  private boolean isBegun;

  /**
   * @param unchainedTo the last event, in order of storing, that may be without a hash, unless the
   *     chain has begun before it
   */
  ChainCheck(long unchainedTo) {
    this.unchainedTo = unchainedTo;
  }

  /** What is wrong with the next one, if anything. Those behind it are judged by themselves. */
  Optional<String> take(StoredEvent event) {
    byte[] hash = event.hash();
    if (hash == null) {
      before = EventHash.none();
      return isBegun || event.ordering() > unchainedTo
          ? Optional.of("it has no hash")
          : Optional.empty();
    }
    boolean fits = MessageDigest.isEqual(hash, event.hashAfter(before));
    before = hash;
    isBegun = true;
    return fits
        ? Optional.empty()
        : Optional.of("its hash is not that of what is stored behind the event before it");
  }
}
