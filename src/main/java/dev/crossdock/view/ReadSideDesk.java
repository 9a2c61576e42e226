package dev.crossdock.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What an operator may ask of the read side. Every stage fails when the database does. */
public interface ReadSideDesk {

  /** How it is. */
  CompletionStage<ReadSideReport> report();

  /**
   * Begins to fill tables anew beside the live ones.
   *
   * @param only one part; empty: all
   * @return the new generation, or the one that was being built already
   */
  CompletionStage<Generation> rebuild(Optional<Part> only);

  /** Compares the tables with the journal, at once and as fast as can be, and mends them. */
  CompletionStage<SweepRound> sweep();

  /** The oldest of what could not be taken over. */
  CompletionStage<List<DeadLetter>> deadLetters(int lettersMax);

  /** Tries the oldest dead letters again, 1000 at most. */
  CompletionStage<Replayed> replay();

  /**
   * What became of dead letters that were tried again.
   *
   * @param failed still not taken over
   */
  record Replayed(long replayed, long failed) {}
}
