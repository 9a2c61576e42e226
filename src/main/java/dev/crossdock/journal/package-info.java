/** Names, versions and form of what is stored, and the schema it is stored in. */
@NullMarked
package dev.crossdock.journal;

import org.jspecify.annotations.NullMarked;
