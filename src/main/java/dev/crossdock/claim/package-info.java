/** To whom a thing belongs that is known by its name only: a partner's reference, say. */
@NullMarked
package dev.crossdock.claim;

import org.jspecify.annotations.NullMarked;
