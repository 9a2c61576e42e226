package dev.crossdock.api.read;

import dev.crossdock.flow.Flow;
import dev.crossdock.order.OrderContent;

/**
 * An order as a body asks for it.
 *
 * @param fingerprint of the body: the same for the same JSON, however it is written
 */
public record OrderRequest(OrderContent content, Flow flow, String fingerprint) {}
