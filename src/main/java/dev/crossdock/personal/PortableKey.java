package dev.crossdock.personal;

import dev.crossdock.trade.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A stored key, for another database.
 *
 * @param createdAt microseconds since 1970
 * @param master the name of the one that it is wrapped with
 * @param wrapped absent once it was destroyed
 * @param erasure by what it was destroyed
 * @param erasedAt when it was, microseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record PortableKey(
    String key,
    OrderId order,
    String customer,
    long createdAt,
    String master,
    byte @Nullable [] wrapped,
    @Nullable String erasure,
    @Nullable Long erasedAt) {}
