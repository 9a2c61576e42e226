package dev.crossdock.simulator;

import java.util.List;

/** What a planned moment brings: entries as they are from now on, and callbacks to send. */
record Turn(List<Entry> entries, List<Tiding> tidings) {

  static Turn quiet(Entry entry) {
    return new Turn(List.of(entry), List.of());
  }

  static Turn told(Tiding tiding, Entry... entries) {
    return new Turn(List.of(entries), List.of(tiding));
  }
}
