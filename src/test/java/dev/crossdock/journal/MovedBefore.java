package dev.crossdock.journal;

/** An event as the release before a change has it: the whole address in one text. */
sealed interface MovedBefore {
  record Moved(String to) implements MovedBefore {}
}
