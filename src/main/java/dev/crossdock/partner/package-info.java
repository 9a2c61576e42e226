/** What may be asked of a partner, what it may answer, and the closed set of outcomes of a call. */
@NullMarked
package dev.crossdock.partner;

import org.jspecify.annotations.NullMarked;
