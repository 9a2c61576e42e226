package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.estimate.BreakerStatus;
import dev.crossdock.estimate.PartnerStatus;
import dev.crossdock.estimate.QueueStatus;
import dev.crossdock.ops.Recorder;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.Partner;
import dev.crossdock.partner.PartnerCall;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.settings.PartnerSettings;
import dev.crossdock.settings.RateLimit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.SupervisorStrategy;

/** One gateway to a partner that the test plays; calls are known by their keys. */
final class GatewayBench implements AutoCloseable {
  final Rig rig = Rig.create();
  private final TestProbe<Gateway.Answered> answers =
      rig.kit.createTestProbe(Gateway.Answered.class);
  private final TestProbe<String> calls = rig.kit.createTestProbe(String.class);
  private final Map<String, CompletableFuture<Outcome>> open = new ConcurrentHashMap<>();
  private ActorRef<Gateway.Message> gateway = rig.gateway.getRef();

  void start(Map<String, Object> settings) {
    start(settings, this::play, pacer -> pacer);
  }

  void startPacedBy(UnaryOperator<Pacer> pacers) {
    start(Map.of(), this::play, pacers);
  }

  void start(Map<String, Object> settings, Partner partner) {
    start(settings, partner, pacer -> pacer);
  }

  private void start(Map<String, Object> settings, Partner partner, UnaryOperator<Pacer> pacers) {
    Map<String, Object> told = new HashMap<>();
    settings.forEach((key, value) -> told.put("crossdock.partners.address." + key, value));
    PartnerSettings address =
        Objects.requireNonNull(Sample.settings(told).partners().get("address"));
    RateLimit limit = address.rateLimit();
    Pacer rate = limit == null ? Pacer.unlimited() : Pacer.alone(limit);
    Admission admission = new Admission("address", address, rig.clock, pacers.apply(rate));
    gateway =
        rig.spawn(
            Recorder.supervised(
                Gateway.Message.class,
                rig.supervision.root().child("address", "gateway"),
                Gateway.create(
                    "address",
                    partner,
                    admission,
                    new Traffic(address, admission, rig.board, rig.meters),
                    rig.surroundings()),
                SupervisorStrategy.restart()));
  }

  private CompletableFuture<Outcome> play(PartnerCall call) {
    CompletableFuture<Outcome> answer = new CompletableFuture<>();
    open.put(call.key(), answer);
    calls.getRef().tell(call.key());
    return answer;
  }

  /** Submits a call that was promised in so many minutes. */
  Gateway.Submit submit(String key, int minutes) {
    return submit(key, minutes, false);
  }

  void submitAgain(String key) {
    submit(key, 0, true);
  }

  private Gateway.Submit submit(String key, int minutes, boolean again) {
    var submit = submit(key, minutes, again, answers.getRef());
    gateway.tell(submit);
    return submit;
  }

  private static Gateway.Submit submit(
      String key, int minutes, boolean again, ActorRef<Gateway.Answered> answers) {
    var ask = new Ask.ValidateAddress(Sample.home());
    var call = new PartnerCall(ask, key, PartnerCall.Mode.DO, Duration.ofSeconds(5));
    var promise = Sample.NOON.plus(Duration.ofMinutes(minutes));
    return new Gateway.Submit(call, promise, again, Duration.ofSeconds(30), new Ticket(), answers);
  }

  /** A call whose answer nobody reads. */
  static Gateway.Submit anySubmit(Rig rig) {
    return submit("any", 0, false, rig.kit.system().ignoreRef());
  }

  /** Which call the partner gets next. */
  String called() {
    return calls.receiveMessage();
  }

  void calledNoMore() {
    calls.expectNoMessage(Duration.ofMillis(60));
  }

  void complete(String key) {
    complete(key, Willing.to(new Ask.ValidateAddress(Sample.home())));
  }

  private void complete(String key, Outcome outcome) {
    Objects.requireNonNull(open.remove(key)).complete(outcome);
  }

  /** Submits these calls, and lets each end so. */
  void fail(Outcome outcome, String... keys) {
    for (String key : keys) {
      submit(key, 0);
      assertThat(called()).isEqualTo(key);
      complete(key, outcome);
      assertThat(answered().outcome()).isEqualTo(outcome);
    }
  }

  Gateway.Answered answered() {
    return answers.receiveMessage();
  }

  /** Which call is answered next, by the gateway itself. */
  String heldBack() {
    Gateway.Answered answered = answered();
    assertThat(answered.outcome())
        .isInstanceOfSatisfying(
            Unanswered.class, none -> assertThat(none.reach()).isEqualTo(Reach.HELD_BACK));
    return answered.call().key();
  }

  /** How the partner is, as the gateway wrote it down last; idle before it has. */
  PartnerStatus status() {
    PartnerStatus status = rig.board.of("address");
    return status == null
        ? new PartnerStatus(
            "address",
            PartnerKind.ADDRESS,
            BreakerStatus.closed(Sample.NOON),
            null,
            1,
            1,
            0,
            QueueStatus.EMPTY,
            Map.of())
        : status;
  }

  /** The clock breaks once, and the gateway on it. */
  void breakIt() {
    rig.clock.failOnce();
    submit("broken", 0);
  }

  @Override
  public void close() {
    rig.close();
  }
}
