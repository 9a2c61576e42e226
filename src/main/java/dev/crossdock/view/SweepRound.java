package dev.crossdock.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a comparison of a generation with the journal is, and what it has found.
 *
 * @param endedAt absent while it is under way
 * @param compared orders and shipments that were looked at
 * @param mended rows that were missing or behind, and are not any more
 * @param withoutJournal rows that nothing in the journal stands behind
 */
public record SweepRound(
    int generation,
    Instant begunAt,
    @Nullable Instant endedAt,
    long compared,
    long mended,
    long withoutJournal) {}
