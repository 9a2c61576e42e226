/** The HTTP API: routes that translate requests for orders and shipments, and decide nothing. */
@NullMarked
package dev.crossdock.api;

import org.jspecify.annotations.NullMarked;
