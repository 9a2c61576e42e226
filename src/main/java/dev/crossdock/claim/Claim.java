package dev.crossdock.claim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * To whom a subject belongs, and what came for it before that was known. Immutable.
 *
 * @param kept oldest first, at most {@link #KEPT_MAX}
 * @param quarantined why its journal cannot be trusted, if so
 */
public record Claim(@Nullable Claimant owner, List<Kept> kept, @Nullable String quarantined) {
  /** More callbacks than these are not taken before there is an owner. */
  public static final int KEPT_MAX = 64;

  /** An answer that a callback has overtaken comes sooner than this, or never. */
  public static final Duration KEPT_FOR = Duration.ofHours(24);

  /** A callback that waits for its owner. */
  public record Kept(Callback callback, Instant since) {}

  public Claim {
    kept = List.copyOf(kept);
  }

  public static Claim none() {
    return new Claim(null, List.of(), null);
  }

  /** The claim after the event. */
  public Claim after(ClaimEvent event) {
    return switch (event) {
      case ClaimEvent.Claimed e -> new Claim(e.owner(), kept, quarantined);
      case ClaimEvent.KeptAside e -> new Claim(owner, with(e), quarantined);
      case ClaimEvent.Passed e ->
          new Claim(
              owner,
              kept.stream().filter(k -> !k.callback().id().equals(e.callbackId())).toList(),
              quarantined);
      case ClaimEvent.Unreadable e -> new Claim(owner, kept, e.reason());
    };
  }

  /** Whether the message is kept already. */
  public boolean keeps(Callback callback) {
    return kept.stream().anyMatch(k -> k.callback().id().equals(callback.id()));
  }

  /** What the owner is to be told of. */
  public List<Callback> toPass(Instant now) {
    return kept.stream()
        .filter(k -> now.isBefore(k.since().plus(KEPT_FOR)))
        .map(Kept::callback)
        .toList();
  }

  private List<Kept> with(ClaimEvent.KeptAside event) {
    return Stream.concat(kept.stream(), Stream.of(new Kept(event.callback(), event.at()))).toList();
  }
}
