/** What an operator looks at: the running supervision tree, health, how many orders are let in. */
@NullMarked
package dev.crossdock.ops;

import org.jspecify.annotations.NullMarked;
