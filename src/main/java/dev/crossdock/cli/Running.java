package dev.crossdock.cli;

import java.util.concurrent.CompletionStage;

/** Crossdock, up: intake open, orders going on. */
public interface Running {

  /** Where requests are taken. */
  String url();

  /** Where operators are answered; the same, unless they have a place of their own. */
  String operatorsUrl();

  /**
   * Completes when it has stopped, by a signal or because it was past mending.
   *
   * @return the exit code: 0, or 1 when it was past mending
   */
  CompletionStage<Integer> stopped();

  /** Begins to stop it in good order, as a signal does. */
  void stop();
}
