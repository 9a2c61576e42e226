/** Crossdock: where the program starts ({@code Main}) and is put together ({@code Wiring}). */
@NullMarked
package dev.crossdock;

import org.jspecify.annotations.NullMarked;
