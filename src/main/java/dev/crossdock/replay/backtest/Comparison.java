package dev.crossdock.replay.backtest;

import dev.crossdock.order.OrderStatus;
import dev.crossdock.trade.OrderId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How orders went, how they go when they are played again, and how in another flow. */
public final class Comparison {
  /** So many orders that come to another end are named. */
  public static final int NAMED_MAX = 20;

  private final Column recorded = new Column();
  private final Column replayed = new Column();
  private final Column other = new Column();
  private final List<Turn> turns = new ArrayList<>();
  private int turned;
  private int leftOut;

  /** An order that comes to another end. */
  public record Turn(OrderId id, OrderStatus replayed, OrderStatus other) {}

  void add(OrderId id, Course was, Course again, Course different) {
    recorded.add(was);
    replayed.add(again);
    other.add(different);
    if (again.end() != different.end()) {
      turned++;
      if (turns.size() < NAMED_MAX) {
        turns.add(new Turn(id, again.end(), different.end()));
      }
    }
  }

  Comparison leftOut(int orders) {
    leftOut = orders;
    return this;
  }

  /** As the journal has it. */
  public Column recorded() {
    return recorded;
  }

  /** Through the flow that each had. */
  public Column replayed() {
    return replayed;
  }

  /** Through the other flow. */
  public Column other() {
    return other;
  }

  /** How many come to another end in the other flow. */
  public int turned() {
    return turned;
  }

  /** Some of these. */
  public List<Turn> turns() {
    return Collections.unmodifiableList(turns);
  }

  /** Orders that had come to nothing yet, that cannot be read, or that have no other flow. */
  public int leftOut() {
    return leftOut;
  }
}
