/** The keys that what is personal of orders is sealed with, and their destruction. */
@NullMarked
package dev.crossdock.personal;

import org.jspecify.annotations.NullMarked;
