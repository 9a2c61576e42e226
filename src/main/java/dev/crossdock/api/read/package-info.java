/** Reads what is sent to the API: strictly, from bytes, with all faults of a body at once. */
@NullMarked
package dev.crossdock.api.read;

import org.jspecify.annotations.NullMarked;
