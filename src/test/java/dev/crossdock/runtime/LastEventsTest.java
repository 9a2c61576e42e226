package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.EventHash;
import org.junit.jupiter.api.Test;

/** That a last event is believed only where it can be. */
class LastEventsTest {
  private final LastEvents events = new LastEvents(2);

  @Test
  void isKnownOnlyToTheOneThatFollows() {
    events.keep("a", last(3));
    assertThat(events.before("a", 4)).isPresent();
    assertThat(events.before("a", 5)).isEmpty();
    assertThat(events.before("b", 1)).isEmpty();
    events.forget("a");
    assertThat(events.before("a", 4)).isEmpty();
  }

  @Test
  void isGoodForOneRecoveryAndForNoneOnceSomethingWasWritten() {
    events.keepFresh("a", last(3));
    assertThat(events.fresh("a")).map(LastEvents.Last::number).contains(3L);
    assertThat(events.fresh("a")).isEmpty();
    events.keepFresh("a", last(3));
    events.keep("a", last(4));
    assertThat(events.fresh("a")).isEmpty();
    events.keepFresh("a", last(3));
    assertThat(events.fresh("a")).as("read before 4 was written").isEmpty();
    assertThat(events.before("a", 5)).isPresent();
  }

  @Test
  void thoseLongestUnusedAreForgotten() {
    events.keepFresh("a", last(1));
    events.keep("b", last(1));
    events.keep("c", last(1));
    assertThat(events.before("a", 2)).isEmpty();
    assertThat(events.fresh("a")).isEmpty();
    assertThat(events.before("b", 2)).isPresent();
  }

  private static LastEvents.Last last(long number) {
    return new LastEvents.Last(number, EventHash.none());
  }
}
