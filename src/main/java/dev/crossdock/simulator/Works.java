package dev.crossdock.simulator;

import java.time.Clock;
import org.apache.pekko.actor.typed.ActorSystem;

/** The parts of one simulator, put together. */
record Works(Book book, Faults faults, Courier courier, Timelines timelines, Front front) {

  static Works of(ActorSystem<?> system, SimulatorSettings settings, Clock clock) {
    Book book = new Book(new BookFile(settings.stateFile()), clock);
    Directory directory = new Directory(settings.pace());
    Faults faults = new Faults(directory, settings.seed());
    faults.set(settings.faults());
    Courier courier = new Courier(system, book, settings, clock);
    Front front =
        new Front(
            system,
            directory,
            new Teller(book, settings.pace(), clock),
            new Trouble(system, faults, settings.latency(), settings.seed()),
            new Control(book, faults, courier));
    Timelines timelines = new Timelines(system, book, directory.desks(), clock);
    return new Works(book, faults, courier, timelines, front);
  }

  /** From now on what is planned comes, and what is to be told is sent. */
  void begin() {
    book.watch(
        changed -> {
          changed.entries().forEach(timelines::follow);
          changed.outgoing().forEach(courier::send);
        });
  }
}
