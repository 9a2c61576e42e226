/** The commands that a person types: serve, dev, demo, import, simulator. */
@NullMarked
package dev.crossdock.cli;

import org.jspecify.annotations.NullMarked;
