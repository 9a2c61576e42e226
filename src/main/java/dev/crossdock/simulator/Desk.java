package dev.crossdock.simulator;

import java.util.List;

/** One pretend partner: what it can be asked, and what comes of its plans. */
interface Desk {

  List<Operation> operations();

  /** What comes of it that the next planned moment of an entry has come. */
  default Turn due(Entry entry, Shelf shelf) {
    return Turn.quiet(entry.unfold());
  }
}
