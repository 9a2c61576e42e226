package dev.crossdock.runtime;

import java.time.Duration;
import java.time.Instant;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That whoever waits for a moment is woken then, once. */
final class RemindersTest {
  private final Rig rig = Rig.withManualTime();
  private final ManualTime time = ManualTime.get(rig.kit.system());
  private final TestProbe<String> woken = rig.kit.createTestProbe(String.class);
  private final ActorRef<Reminders.Message> reminders =
      rig.spawn(Reminders.create(rig.surroundings()));

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void wakesInTheOrderOfTheMomentsAndNotBefore() {
    remind("b", Sample.NOON.plusSeconds(120));
    remind("a", Sample.NOON.plusSeconds(60));
    pass(Duration.ofSeconds(59));
    woken.expectNoMessage(Duration.ofMillis(20));
    pass(Duration.ofSeconds(1));
    woken.expectMessage("a");
    pass(Duration.ofSeconds(60));
    woken.expectMessage("b");
  }

  @Test
  void wakesOnceAtTheFirstOfAllMoments() {
    remind("a", Sample.NOON.plusSeconds(60));
    remind("a", Sample.NOON.plusSeconds(30));
    remind("a", Sample.NOON.plusSeconds(60));
    pass(Duration.ofSeconds(61));
    woken.expectMessage("a");
    woken.expectNoMessage(Duration.ofMillis(20));
  }

  @Test
  void wakesAgainWhoeverWaitsAgain() {
    remind("a", Sample.NOON.plusSeconds(1));
    pass(Duration.ofSeconds(1));
    woken.expectMessage("a");
    remind("a", Sample.NOON.plusSeconds(2));
    pass(Duration.ofSeconds(1));
    woken.expectMessage("a");
  }

  @Test
  void wakesForAMomentThatHasPassedMeanwhile() {
    remind("a", Sample.NOON);
    pass(Duration.ZERO);
    woken.expectMessage("a");
  }

  private void remind(String whom, Instant at) {
    reminders.tell(new Reminders.Remind(whom, at, () -> woken.getRef().tell(whom)));
  }

  private void pass(Duration howLong) {
    rig.clock.pass(howLong);
    time.timePasses(Duration.ofMillis(250));
  }
}
