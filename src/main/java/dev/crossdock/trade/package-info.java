/** The values of trade that everything else speaks in: money, addresses, weights, codes, ids. */
@NullMarked
package dev.crossdock.trade;

import org.jspecify.annotations.NullMarked;
