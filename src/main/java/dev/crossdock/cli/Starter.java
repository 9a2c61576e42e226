package dev.crossdock.cli;

import dev.crossdock.settings.Settings;
import java.util.concurrent.CompletionStage;

/** Starts Crossdock; the commands know nothing of how it is put together. */
@FunctionalInterface
public interface Starter {
  CompletionStage<Running> start(Settings settings);
}
