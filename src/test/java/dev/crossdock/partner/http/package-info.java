/** Tests of the generic HTTP adapter. */
@NullMarked
package dev.crossdock.partner.http;

import org.jspecify.annotations.NullMarked;
