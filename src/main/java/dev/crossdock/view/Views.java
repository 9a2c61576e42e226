package dev.crossdock.view;

import java.util.concurrent.CompletionStage;

/**
 * Answers questions about all orders of a merchant. A stage fails with {@link
 * dev.crossdock.order.Unavailable} when the database does not answer.
 */
public interface Views {

  /** A page of the list of orders. */
  CompletionStage<Dated<OrderPage>> orders(OrderQuery query);

  CompletionStage<Dated<OrderStats>> stats(String merchant);
}
