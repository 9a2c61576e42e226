/** When an order will be there, from what partners took so far. */
@NullMarked
package dev.crossdock.estimate;

import org.jspecify.annotations.NullMarked;
