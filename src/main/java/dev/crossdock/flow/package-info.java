/** Step graphs as data, how far each step is, and what one attempt's outcome makes of its step. */
@NullMarked
package dev.crossdock.flow;

import org.jspecify.annotations.NullMarked;
