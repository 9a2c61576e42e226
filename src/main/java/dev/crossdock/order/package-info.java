/** The life of an order: what it is, what may be asked of it, what happened to it, what follows. */
@NullMarked
package dev.crossdock.order;

import org.jspecify.annotations.NullMarked;
