package dev.crossdock.journal;

/** The same event as it is to be: the address in its parts. */
sealed interface MovedAfter {
  record Moved(String street, String city) implements MovedAfter {}
}
