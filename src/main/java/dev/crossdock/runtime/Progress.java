package dev.crossdock.runtime;

import dev.crossdock.order.OrderEvent;
import java.util.List;

/**
 * How far an order's journal is.
 *
 * @param version 0 when there is no such order
 * @param latest the last events, if they were persisted just now; the last of them is {@code
 *     version}
 */
record Progress(long version, List<OrderEvent> latest) implements Wire {}
