package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.order.OrderEvent;

/** How events are shown: under the names and in the form that they are stored with. */
public interface EventView {

  /** The stored name of the kind of event, like {@code step-succeeded}. */
  String type(OrderEvent event);

  /** What the event says, as an object. */
  JsonNode data(OrderEvent event);
}
