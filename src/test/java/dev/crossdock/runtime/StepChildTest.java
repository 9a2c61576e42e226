package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.Call.Errand;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Step;
import dev.crossdock.ops.Recorder;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.PartnerCall.Mode;
import dev.crossdock.trade.Money;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How one call is made, looked up and reported. */
final class StepChildTest {
  private static final Ask PAY =
      new Ask.AuthorizePayment(Sample.ID, Money.of("44.70", "EUR"), "tok_visa", "cus_1");
  private static final Outcome ABSENT = new Outcome.Succeeded(new Answer.Absent());
  private static final Outcome TIMED_OUT = new Unanswered(Reach.MAYBE_ACTED_ON, "late", null);

  private final Rig rig = Rig.withManualTime();
  private final ManualTime time = ManualTime.get(rig.kit.system());
  private final TestProbe<Ended> home = rig.kit.createTestProbe(Ended.class);

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void reportsWhatCame() {
    begin(Errand.DO);
    Gateway.Submit submit = submitted(Mode.DO);
    assertThat(submit.call().key()).isEqualTo("ord_1:authorize-payment:1");
    Rig.yes(submit);
    assertThat(reported()).isEqualTo(Willing.to(PAY));
  }

  @Test
  void reportsAgainUntilItIsStopped() {
    var child = begin(Errand.DO);
    Rig.yes(submitted(Mode.DO));
    Ended first = home.receiveMessage();
    time.timePasses(Rig.limits().tellAgain());
    assertThat(home.receiveMessage()).isEqualTo(first);
    rig.kit.stop(child);
    time.expectNoMessageFor(Rig.limits().tellAgain().multipliedBy(2), home);
  }

  @Test
  void doesWhatTheLookUpDidNotFind() {
    begin(Errand.LOOK_UP_THEN_DO);
    Rig.answer(submitted(Mode.LOOK_UP), ABSENT);
    Rig.yes(submitted(Mode.DO));
    assertThat(reported()).isEqualTo(Willing.to(PAY));
  }

  @Test
  void doesNotDoWhatTheLookUpFound() {
    begin(Errand.LOOK_UP_THEN_DO);
    Rig.yes(submitted(Mode.LOOK_UP));
    assertThat(reported()).isEqualTo(Willing.to(PAY));
    rig.gateway.expectNoMessage(Duration.ofMillis(50));
  }

  @Test
  void onlyLooksUpWhenNothingElseIsWanted() {
    begin(Errand.LOOK_UP);
    Rig.answer(submitted(Mode.LOOK_UP), ABSENT);
    assertThat(reported()).isEqualTo(ABSENT);
  }

  @Test
  void staysInDoubtWhenTheLookUpIsNotAnswered() {
    begin(Errand.LOOK_UP_THEN_DO);
    Rig.answer(submitted(Mode.LOOK_UP), new Unanswered(Reach.HELD_BACK, "closed", null));
    assertThat(reported()).isEqualTo(new Unanswered(Reach.MAYBE_ACTED_ON, "closed", null));
  }

  @Test
  void staysInDoubtWhenWhatWasLookedUpCannotBeSentAgain() {
    begin(Errand.LOOK_UP_THEN_DO);
    Rig.answer(submitted(Mode.LOOK_UP), ABSENT);
    Rig.answer(submitted(Mode.DO), new Unanswered(Reach.HELD_BACK, "closed", null));
    assertThat(reported()).isEqualTo(new Unanswered(Reach.MAYBE_ACTED_ON, "closed", null));
  }

  @Test
  void looksUpAfterItsRestartWhatItMayHaveSent() {
    begin(Errand.DO);
    rig.diceFailures.set(1);
    Gateway.Submit first = submitted(Mode.DO);
    assertThat(first.ticket().take()).isTrue();
    Rig.answer(first, TIMED_OUT);
    Rig.answer(submitted(Mode.LOOK_UP), ABSENT);
    Rig.yes(submitted(Mode.DO));
    assertThat(reported()).isEqualTo(Willing.to(PAY));
  }

  @Test
  void takesNoAnswerOfAnEarlierLifeForThatToItsLookUp() {
    begin(Errand.DO);
    rig.diceFailures.set(1);
    Gateway.Submit first = submitted(Mode.DO);
    assertThat(first.ticket().take()).isTrue();
    Rig.answer(first, TIMED_OUT);
    Gateway.Submit second = submitted(Mode.LOOK_UP);
    Rig.answer(first, TIMED_OUT);
    home.expectNoMessage(Duration.ofMillis(50));
    Rig.yes(second);
    assertThat(reported()).isEqualTo(Willing.to(PAY));
  }

  @Test
  void isGivenUpAfterSoManyRestarts() {
    var child = begin(Errand.LOOK_UP);
    rig.diceFailures.set(3);
    for (int i = 0; i < 3; i++) {
      Rig.yes(submitted(Mode.LOOK_UP));
    }
    home.expectTerminated(child);
    home.expectNoMessage(Duration.ofMillis(10));
  }

  @Test
  void reportsItselfWhenTheGatewayHasSentItButSaysNothing() {
    begin(Errand.DO);
    assertThat(submitted(Mode.DO).ticket().take()).isTrue();
    time.timePasses(Duration.ofSeconds(35));
    assertThat(reported())
        .isEqualTo(new Unanswered(Reach.MAYBE_ACTED_ON, "no answer from the gateway", null));
  }

  @Test
  void reportsNoAttemptWhenTheGatewayNeverSentIt() {
    begin(Errand.DO);
    Gateway.Submit submit = submitted(Mode.DO);
    time.timePasses(Duration.ofSeconds(35));
    assertThat(reported())
        .isEqualTo(new Unanswered(Reach.HELD_BACK, "no answer from the gateway", null));
    assertThat(submit.ticket().take()).isFalse();
  }

  @Test
  void withdrawsWhatIsStillQueuedWhenItIsStopped() {
    var child = begin(Errand.DO);
    Gateway.Submit submit = submitted(Mode.DO);
    rig.kit.stop(child);
    await().until(() -> !submit.ticket().isOpen());
    assertThat(submit.ticket().isTaken()).isFalse();
  }

  private ActorRef<StepChild.Message> begin(Errand errand) {
    CallId id = CallId.forward(Step.AUTHORIZE_PAYMENT, 1);
    Duration deadline = Duration.ofSeconds(2);
    Call call = new Call(id, errand, PAY, null, id.key("ord_1"), deadline, Sample.NOON);
    var route = new StepChild.Route("payment", rig.gateway.getRef(), deadline, false);
    return rig.spawn(
        Recorder.supervised(
            StepChild.Message.class,
            rig.supervision.root().child("authorize-payment", "step"),
            StepChild.create(call, route, home.getRef(), rig.surroundings()),
            SupervisorStrategy.restart().withLimit(2, Duration.ofMinutes(1))));
  }

  private Gateway.Submit submitted(Mode mode) {
    Gateway.Submit submit = rig.asked(Ask.AuthorizePayment.class);
    assertThat(submit.call().mode()).isEqualTo(mode);
    return submit;
  }

  private Outcome reported() {
    return home.receiveMessage().report().outcome();
  }
}
