/** The generic HTTP adapter: speaks {@code partner-api.yaml} to any partner that keeps to it. */
@NullMarked
package dev.crossdock.partner.http;

import org.jspecify.annotations.NullMarked;
