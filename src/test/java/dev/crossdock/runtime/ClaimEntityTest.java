package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.claim.Callback;
import dev.crossdock.claim.Callbacks.Receipt;
import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Update;
import dev.crossdock.trade.Money;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a callback finds its owner, whichever of the two is there first. */
final class ClaimEntityTest {
  private static final Update UPDATE =
      new Update.AuthorizationUpdated(
          Willing.authorized(
              Answer.AuthorizationStatus.AUTHORIZED, Money.of("44.70", "EUR"), "auth-1"));
  private static final Callback CALLBACK = new Callback("default", "payment", "msg-1", UPDATE);
  private static final Subject SUBJECT = CALLBACK.about();
  private static final String PID = "claim|" + SUBJECT.entityId();
  private static final Claimant OWNER = new Claimant(Claimant.Kind.ORDER, Sample.ID.entityId());
  private static final Claimant OTHER = new Claimant(Claimant.Kind.ORDER, "default:ord_2");

  private final Rig rig = Rig.create();
  private final TestProbe<Handed> partner = rig.kit.createTestProbe(Handed.class);
  private final TestProbe<String> left = rig.kit.createTestProbe(String.class);
  private ActorRef<ClaimMessage> claim = begun();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void handsACallbackToItsOwnerWhoAnswersIt() {
    claim.tell(new ClaimMessage.Stake(SUBJECT, OWNER));
    rig.post.receiveMessage();
    claim.tell(new ClaimMessage.Deliver(CALLBACK, partner.getRef()));
    OrderMessage.Called called = called();
    assertThat(called.update()).isEqualTo(UPDATE);
    called.replyTo().tell(new Handed("msg-1", Receipt.TAKEN));
    partner.expectMessage(new Handed("msg-1", Receipt.TAKEN));
  }

  @Test
  void keepsWhatComesBeforeItsOwnerAndPassesItOnce() {
    keepOne();
    claim.tell(new ClaimMessage.Stake(SUBJECT, OWNER));
    rig.post.receiveMessage();
    called().replyTo().tell(new Handed("msg-1", Receipt.TAKEN));
    rig.journal.expectNextPersistedClass(PID, ClaimEvent.KeptAside.class);
    rig.journal.expectNextPersistedClass(PID, ClaimEvent.Claimed.class);
    rig.journal.expectNextPersistedClass(PID, ClaimEvent.Passed.class);
    rig.dropLetters();
    rig.post.expectNoMessage(Rig.limits().tellAgain().multipliedBy(3));
  }

  @Test
  void passesWhatItKeptAgainUntilItsOwnerHasIt() {
    keepOne();
    claim.tell(new ClaimMessage.Stake(SUBJECT, OWNER));
    rig.post.receiveMessage();
    assertThat(called().callbackId()).isEqualTo(called().callbackId());
  }

  @Test
  void passesWhatItKeptAfterARestart() {
    keepOne();
    claim.tell(new ClaimMessage.Stake(SUBJECT, OWNER));
    rig.post.receiveMessage();
    called();
    again();
    rig.dropLetters();
    assertThat(called().callbackId()).isEqualTo("msg-1");
  }

  @Test
  void keepsTheSameMessageOnce() {
    keepOne();
    claim.tell(new ClaimMessage.Deliver(CALLBACK, partner.getRef()));
    partner.expectMessage(new Handed("msg-1", Receipt.NOTHING_NEW));
  }

  @Test
  void belongsToWhoeverCameFirstAlsoAfterARestart() {
    claim.tell(new ClaimMessage.Stake(SUBJECT, OWNER));
    rig.post.receiveMessage();
    again();
    claim.tell(new ClaimMessage.Stake(SUBJECT, OTHER));
    assertThat(rig.post.receiveMessage().message())
        .isEqualTo(new OrderMessage.SubjectOwned(SUBJECT, OWNER));
  }

  @Test
  void answersNothingWhenItCannotTellWhetherItIsKept() {
    rig.journal.failNextPersisted(PID);
    claim.tell(new ClaimMessage.Deliver(CALLBACK, partner.getRef()));
    partner.expectNoMessage(Duration.ofMillis(50));
    keepOne();
  }

  @Test
  void goesOnAfterItsJournalFailed() {
    keepOne();
    rig.journal.failNextPersisted(PID);
    claim.tell(new ClaimMessage.Stake(SUBJECT, OWNER));
    claim.tell(new ClaimMessage.Stake(SUBJECT, OWNER));
    assertThat(rig.post.receiveMessage().message())
        .isEqualTo(new OrderMessage.SubjectOwned(SUBJECT, OWNER));
  }

  @Test
  void givesNothingAwayWhenItsJournalHasAHole() {
    claim.tell(new ClaimMessage.Stake(SUBJECT, OWNER));
    rig.post.receiveMessage();
    rig.journal.clearByIdPreservingSeqNumbers(PID);
    again();
    claim.tell(new ClaimMessage.Stake(SUBJECT, OTHER));
    claim.tell(new ClaimMessage.Deliver(CALLBACK, partner.getRef()));
    rig.post.expectNoMessage(Duration.ofMillis(50));
    partner.expectNoMessage(Duration.ofMillis(1));
    assertThat(rig.journal.persistedInStorage(PID)).isEqualTo(List.of());
  }

  @Test
  void leavesWhenNothingIsLeftToPass() {
    keepOne();
    left.expectMessage("left");
  }

  private void keepOne() {
    claim.tell(new ClaimMessage.Deliver(CALLBACK, partner.getRef()));
    partner.expectMessage(new Handed("msg-1", Receipt.KEPT_ASIDE));
  }

  private OrderMessage.Called called() {
    return (OrderMessage.Called) rig.post.receiveMessage().message();
  }

  private void again() {
    claim.tell(new ClaimMessage.Stop());
    partner.expectTerminated(claim);
    claim = begun();
  }

  private ActorRef<ClaimMessage> begun() {
    return rig.spawn(
        ClaimEntity.create(
            SUBJECT.entityId(),
            rig.letters(),
            rig.surroundings(),
            context -> left.getRef().tell("left")));
  }
}
