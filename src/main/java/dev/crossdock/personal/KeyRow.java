package dev.crossdock.personal;

import dev.crossdock.trade.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code personal_key}.
 *
 * @param customer whose order it is
 * @param master the name of the one that it is wrapped with
 * @param wrapped absent once it was destroyed
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record KeyRow(
    String key, OrderId order, String customer, String master, byte @Nullable [] wrapped) {}
