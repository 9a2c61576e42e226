package dev.crossdock.api.read;

import dev.crossdock.view.OrderFilter;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of orders as a query asks for it.
 *
 * @param cursor as it was sent
 */
public record OrderListRequest(OrderFilter filter, int limit, @Nullable String cursor) {}
