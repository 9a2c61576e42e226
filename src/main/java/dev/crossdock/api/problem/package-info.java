/** What is told to whoever asked for something that is not given: RFC 9457 problems. */
@NullMarked
package dev.crossdock.api.problem;

import org.jspecify.annotations.NullMarked;
