package dev.crossdock.ops;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Whether this node of the cluster can do its work. */
@FunctionalInterface
public interface Health {

  /** Each thing that must be up, and whether it is. The stage does not fail. */
  CompletionStage<Map<String, Boolean>> ready();
}
