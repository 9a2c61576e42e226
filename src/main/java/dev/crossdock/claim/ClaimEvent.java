package dev.crossdock.claim;

import java.time.Instant;

/** What happened to a claim. Stored for ever: see {@code journal} for names and versions. */
public sealed interface ClaimEvent {
  Instant at();

  /** It has an owner, from now on and for ever. */
  record Claimed(Claimant owner, Instant at) implements ClaimEvent {}

  /** A callback came before anybody was known to be concerned. */
  record KeptAside(Callback callback, Instant at) implements ClaimEvent {}

  /** The owner has journalled a callback that was kept aside. */
  record Passed(String callbackId, Instant at) implements ClaimEvent {}

  /** Its journal cannot be read. Never stored. */
  record Unreadable(String reason, Instant at) implements ClaimEvent {}
}
