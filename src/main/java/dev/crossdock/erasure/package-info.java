/** Forgetting customers: when it may be done, and what it takes. */
@NullMarked
package dev.crossdock.erasure;

import org.jspecify.annotations.NullMarked;
