/** Streams of server-sent events: what one is like on the wire, and what many of them share. */
@NullMarked
package dev.crossdock.api.stream;

import org.jspecify.annotations.NullMarked;
