package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemException;
import dev.crossdock.api.stream.Pulse;
import dev.crossdock.api.write.EventJson;
import dev.crossdock.estimate.Estimates;
import dev.crossdock.order.Orders;

/** What a stream of one order and one of several have in common. */
record StreamParts(Orders orders, EventJson json, Estimates estimates, Pulse pulse) {

  /** The query parameter by which a client asks for more than journals. */
  static final String ESTIMATES = "estimates";

  /**
   * What a new stream says beside its journals: nothing, unless it was asked to. A stream that
   * tells journals only is what the API's contract promises: every event has an id.
   *
   * @throws ProblemException when it is not to be understood what was asked for
   */
  Outlook outlook(Exchange exchange) {
    return new Outlook(json, exchange.flag(ESTIMATES) ? estimates : Estimates.NONE);
  }
}
