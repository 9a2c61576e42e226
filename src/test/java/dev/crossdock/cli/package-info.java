/** Holds the commands to what their help says. */
@NullMarked
package dev.crossdock.cli;

import org.jspecify.annotations.NullMarked;
