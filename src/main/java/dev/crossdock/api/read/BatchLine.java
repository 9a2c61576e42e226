package dev.crossdock.api.read;

import java.util.Optional;

/**
 * One line of a batch.
 *
 * @param key under which the order is placed once, however often the line comes
 */
public record BatchLine(Optional<String> key, OrderRequest order) {}
