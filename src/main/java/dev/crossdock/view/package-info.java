/** The read side: follows the journal into tables, and answers questions about all orders. */
@NullMarked
package dev.crossdock.view;

import org.jspecify.annotations.NullMarked;
