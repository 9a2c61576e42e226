package dev.crossdock.view;

import dev.crossdock.journal.JournalException;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import dev.crossdock.trade.OrderId;
import org.jspecify.annotations.Nullable;

/** An order as far as its events have been read. */
record OrderFold(OrderId id, OrderState state, long version) implements Fold {
  static OrderFold begin(OrderId id) {
    return new OrderFold(id, new OrderState.None(), 0);
  }

  @Override
  public boolean isTrusted() {
    return !(state instanceof OrderState.Quarantined);
  }

  @Override
  public Step after(JournalRow row, Codecs codecs) {
    OrderEvent event = read(row, codecs);
    if (isTrusted() && row.sequenceNumber() != version + 1) {
      return broken(row, "event " + (version + 1) + " is missing");
    }
    if (isTrusted() && event instanceof OrderEvent.Unreadable unreadable) {
      return broken(row, unreadable.reason());
    }
    try {
      return step(row, event, OrderEvolver.evolve(state, event), null);
    } catch (RuntimeException misfit) {
      return broken(row, "event " + row.sequenceNumber() + ": " + misfit.getMessage());
    }
  }

  private static OrderEvent read(JournalRow row, Codecs codecs) {
    try {
      return codecs.orders().decode(row.stored());
    } catch (JournalException failure) {
      if (failure.isOutOfReach()) {
        throw failure;
      }
      return new OrderEvent.Unreadable(String.valueOf(failure.getMessage()), row.storedAt());
    }
  }

  private Step broken(JournalRow row, String why) {
    Order known = state instanceof Order order ? order : null;
    OrderEvent event = new OrderEvent.Unreadable(why, row.storedAt());
    return step(row, event, new OrderState.Quarantined(why, known), why);
  }

  private Step step(JournalRow row, OrderEvent event, OrderState after, @Nullable String fault) {
    long number = row.sequenceNumber();
    Change change = new Change.OfOrder(id, number, state, event, after, row.storedAt());
    return new Step(new OrderFold(id, after, number), change, fault);
  }
}
