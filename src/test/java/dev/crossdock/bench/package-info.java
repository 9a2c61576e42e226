/** Measures Crossdock against services that do the same work with a thread an order. */
@NullMarked
package dev.crossdock.bench;

import org.jspecify.annotations.NullMarked;
