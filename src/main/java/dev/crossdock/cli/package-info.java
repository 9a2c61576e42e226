/** The commands that a person types: serve, dev, demo, simulator. */
@NullMarked
package dev.crossdock.cli;

import org.jspecify.annotations.NullMarked;
