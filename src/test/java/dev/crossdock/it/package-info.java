/** The packaged program as real processes, with real databases and partners beside it. */
@NullMarked
package dev.crossdock.it;

import org.jspecify.annotations.NullMarked;
