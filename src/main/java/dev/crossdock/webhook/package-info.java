/** Deliveries to merchants: signed messages of what became of their orders, sent until taken. */
@NullMarked
package dev.crossdock.webhook;

import org.jspecify.annotations.NullMarked;
