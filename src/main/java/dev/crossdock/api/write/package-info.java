/** Writes orders, shipments and the rest as the API shows them. */
@NullMarked
package dev.crossdock.api.write;

import org.jspecify.annotations.NullMarked;
