package dev.crossdock.journal;

/** An event of a program that has changed its form twice: the name was split, then came the age. */
sealed interface Renamed {
  record Person(String first, String last, int age) implements Renamed {}

  record Nobody() implements Renamed {}
}
