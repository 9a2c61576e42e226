/** What an operator looks at: the running supervision tree, health. */
@NullMarked
package dev.crossdock.ops;

import org.jspecify.annotations.NullMarked;
