/** The actors: root, supervisors, entities, gateways, waker, and how they are started. */
@NullMarked
package dev.crossdock.runtime;

import org.jspecify.annotations.NullMarked;
