/** Holds the sources to how they are to be written, and the packages to who may use whom. */
@NullMarked
package dev.crossdock.style;

import org.jspecify.annotations.NullMarked;
