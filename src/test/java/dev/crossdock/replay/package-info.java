/** That the journal can be looked into, proven, moved and played again. */
@NullMarked
package dev.crossdock.replay;

import org.jspecify.annotations.NullMarked;
