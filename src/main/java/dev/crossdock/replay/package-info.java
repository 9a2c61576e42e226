/** What the journal is good for besides going on: how it was, whether it is whole, what if. */
@NullMarked
package dev.crossdock.replay;

import org.jspecify.annotations.NullMarked;
