/** Takes connections and holds every one to its deadlines. */
@NullMarked
package dev.crossdock.api.server;

import org.jspecify.annotations.NullMarked;
