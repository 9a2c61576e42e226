package dev.crossdock.order;

/** What an order says to whoever asked something of it. */
public sealed interface OrderReply {

  /**
   * It is done, and durable, or there was nothing to do.
   *
   * @param state an {@link Order} or {@link OrderState.Quarantined}
   * @param version number of events, 1 and up
   * @param changed whether this very command changed something
   */
  record Now(OrderState state, long version, boolean changed) implements OrderReply {}

  /** It is not done, and nothing has changed. */
  record No(Refusal why) implements OrderReply {}
}
