package dev.crossdock.runtime;

import dev.crossdock.estimate.Estimates;
import dev.crossdock.estimate.Estimator;
import dev.crossdock.estimate.Eta;
import dev.crossdock.estimate.PartnersView;
import dev.crossdock.estimate.Picture;
import dev.crossdock.order.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Estimates as of now, from what this node's gateways see and what the journal knows. Safe for use
 * by many threads.
 */
final class LiveEstimates implements Estimates, PartnersView {
  /** What is older and has not been followed by anything is as it was. */
  private static final Duration JUST_NOW = Duration.ofSeconds(2);

  private final String node;
  private final StatusBoard board;
  private final Clock clock;

  LiveEstimates(String node, StatusBoard board, Clock clock) {
    this.node = node;
    this.board = board;
    this.clock = clock;
  }

  @Override
  public Eta of(Order order, long version, boolean isNow) {
    Instant now = clock.instant();
    boolean justNow = !isNow && order.updatedAt().plus(JUST_NOW).isAfter(now);
    return Estimator.estimate(order, version, picture(), justNow ? order.updatedAt() : now);
  }

  @Override
  public long changes() {
    return board.changes();
  }

  @Override
  public String node() {
    return node;
  }

  @Override
  public Picture picture() {
    return new Picture(board, board.past());
  }
}
