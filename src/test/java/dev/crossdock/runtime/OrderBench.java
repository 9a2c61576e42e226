package dev.crossdock.runtime;

import static org.awaitility.Awaitility.await;

import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepState;
import dev.crossdock.ops.TreeNode;
import dev.crossdock.order.Directive;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderState;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** One order's entity, and what a test does to it. */
final class OrderBench implements AutoCloseable {
  static final String PID = "order|" + Sample.ID.entityId();

  final Rig rig = Rig.create();
  final TestProbe<OrderReply> client = rig.kit.createTestProbe(OrderReply.class);
  final TestProbe<String> left = rig.kit.createTestProbe(String.class);
  ActorRef<OrderMessage> entity = begun();

  private ActorRef<OrderMessage> begun() {
    return begun(rig.partners());
  }

  private ActorRef<OrderMessage> begun(Partners partners) {
    return rig.spawn(
        OrderEntity.create(
            Sample.ID,
            partners,
            rig.letters(),
            rig.surroundings(),
            context -> left.getRef().tell("left")));
  }

  /** As a shard does when it hears from it next. */
  void beginAgain() {
    entity = begun();
  }

  void stop() {
    entity.tell(new OrderMessage.Stop());
    client.expectTerminated(entity);
  }

  OrderReply.Now placed() {
    entity.tell(new OrderMessage.Place(Sample.place(), client.getRef()));
    return (OrderReply.Now) client.receiveMessage();
  }

  /** The three calls that an order begins with. */
  Calls begunCalls() {
    placed();
    return rig.asked(3);
  }

  void withoutPartners() {
    stop();
    entity = begun(new Partners(Map.of(), Map.of()));
  }

  /** All calls were held back for long. */
  void parked() {
    var outcome = new Unanswered(Reach.HELD_BACK, "closed", Duration.ofMinutes(4));
    begunCalls().all().forEach(submit -> Rig.answer(submit, outcome));
    awaits(Step.CHECK_CUSTOMER, StepState.PARKED);
    awaits(Step.RESERVE_INVENTORY, StepState.PARKED);
    awaits(Step.VALIDATE_ADDRESS, StepState.PARKED);
  }

  void confirmed() {
    begunCalls().all().forEach(Rig::yes);
    Rig.yes(rig.asked(Ask.CheckFraud.class));
    Rig.yes(rig.asked(Ask.AuthorizePayment.class));
  }

  void cancelled() {
    var cancel = new OrderCommand.Cancel("changed my mind", "me");
    entity.tell(new OrderMessage.Cancel(cancel, client.getRef()));
    client.receiveMessage();
  }

  void referenceIsKnown() {
    Subject subject = new Subject("default", Subject.REFERENCES, "PO-ord_1");
    Claimant me = new Claimant(Claimant.Kind.ORDER, Sample.ID.entityId());
    entity.tell(new OrderMessage.SubjectOwned(subject, me));
  }

  void awaits(Step step, StepState state) {
    await().until(() -> order().work().steps().is(step, state));
  }

  /** The next reminder that is asked for. */
  Instant reminder() {
    while (true) {
      if (rig.post.receiveMessage().message() instanceof Instant at) {
        return at;
      }
    }
  }

  /** The next directive that is sent. */
  Directive directed() {
    while (true) {
      if (rig.post.receiveMessage().message() instanceof ShipmentMessage.Direct(Directive it)) {
        return it;
      }
    }
  }

  TreeNode region() {
    return rig.supervision.tree(100).children().getFirst();
  }

  List<String> steps() {
    return region().children().getFirst().children().stream().map(TreeNode::name).toList();
  }

  OrderState state() {
    entity.tell(new OrderMessage.Find(client.getRef()));
    return ((OrderReply.Now) client.receiveMessage()).state();
  }

  Order order() {
    return (Order) state();
  }

  @Override
  public void close() {
    rig.close();
  }
}
