package dev.crossdock.view;

import java.time.Instant;

/**
 * A change that a projector could not take over.
 *
 * @param projector {@link #JOURNAL} when the event itself could not be read
 * @param generation 0 for what is never rebuilt
 */
public record DeadLetter(
    String projector,
    String persistenceId,
    long sequenceNumber,
    int generation,
    Instant failedAt,
    String reason) {

  /** Stands for whoever reads the journal. */
  public static final String JOURNAL = "journal";
}
