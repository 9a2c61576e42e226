/** Typed configuration: read from a file over built-in defaults, all faults of it told at once. */
@NullMarked
package dev.crossdock.settings;

import org.jspecify.annotations.NullMarked;
