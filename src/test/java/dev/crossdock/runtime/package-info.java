/** Tests of the actors. */
@NullMarked
package dev.crossdock.runtime;

import org.jspecify.annotations.NullMarked;
