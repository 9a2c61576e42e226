package dev.crossdock.shipment.simulation;

import dev.crossdock.claim.Subject;
import dev.crossdock.flow.Call;
import dev.crossdock.flow.Flow;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderState;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.ShipmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One order with its shipments and partners, from its placing to the end of everything. */
final class World {
  private static final int CALLBACK_TRIES_MAX = 60;
  private static final int HAPPENINGS_MAX = 20_000;
  private static final Duration FAULTS_END = Duration.ofDays(2);

  private final Loop loop = new Loop();
  private final Dice dice;
  private final List<String> trace = new ArrayList<>();
  private final boolean isTraced;
  private final Network network;
  private final Partners partners;
  private final Merchant merchant;
  private final Oracle oracle;
  private final Shell<OrderState, OrderCommand, OrderEvent> order;
  private final Map<ShipmentId, Shell<ShipmentState, ShipmentCommand, ShipmentEvent>> shipments =
      new LinkedHashMap<>();
  private final Map<Subject, Claim> claims = new LinkedHashMap<>();

  /** Whoever a callback concerns; answers whether it has it for good. */
  interface Claim {
    void take(String partner, Update update, Runnable taken);
  }

  /**
   * @param isTraced whether what happens is written down: that takes its time
   */
  World(long seed, boolean isTraced) {
    this(seed, isTraced, null);
  }

  /**
   * @param isTraced whether what happens is written down: that takes its time
   * @param flow what the order goes by; absent: any
   */
  World(long seed, boolean isTraced, @Nullable Flow flow) {
    this.isTraced = isTraced;
    dice = new Dice(seed);
    partners = new Partners(this);
    network = new Network(this, partners, new Outages(dice));
    oracle = new Oracle(this);
    order = new Shell<>("order", new OrderCore(), this, new OrderWatcher(this));
    merchant = new Merchant(this, order, flow);
  }

  /** Lets everything happen, and looks whether it was right. */
  void run() {
    merchant.begin();
    loop.after(FAULTS_END, dice::calm);
    loop.run(HAPPENINGS_MAX);
    oracle.checkTheEnd();
  }

  /** What has happened so far. */
  List<String> trace() {
    return trace;
  }

  Instant now() {
    return loop.now();
  }

  void after(Duration wait, Runnable what) {
    loop.after(wait, what);
  }

  void at(Instant when, Runnable what) {
    loop.at(when, what);
  }

  Dice dice() {
    return dice;
  }

  Network network() {
    return network;
  }

  Partners partners() {
    return partners;
  }

  Oracle oracle() {
    return oracle;
  }

  Merchant merchant() {
    return merchant;
  }

  Shell<OrderState, OrderCommand, OrderEvent> order() {
    return order;
  }

  List<Shell<ShipmentState, ShipmentCommand, ShipmentEvent>> shipments() {
    return List.copyOf(shipments.values());
  }

  Shell<ShipmentState, ShipmentCommand, ShipmentEvent> shipment(ShipmentId id) {
    Shell<ShipmentState, ShipmentCommand, ShipmentEvent> known = shipments.get(id);
    if (known != null) {
      return known;
    }
    var shell = new Shell<>(id.value(), new ShipmentCore(), this, new ShipmentWatcher(this));
    shipments.put(id, shell);
    return shell;
  }

  /** How long after a call without an answer the partner may still act on it. */
  Duration settle(Call call) {
    return merchant.flow().policy(call.id().step()).settle();
  }

  /** A message to another entity, or back: late, perhaps never. */
  void send(Runnable message) {
    if (!dice.happens(Chance.MESSAGE_LOST)) {
      after(dice.upToMillis(dice.happens(Chance.MESSAGE_LATE) ? 600_000 : 20), message);
    }
  }

  void claim(List<Subject> subjects, Claim claim) {
    subjects.forEach(subject -> claims.putIfAbsent(subject, claim));
  }

  /** A partner calls back until somebody has it. */
  void callBack(String partner, Update update) {
    int times = dice.happens(Chance.CALLBACK_TWICE) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      boolean late = dice.happens(Chance.CALLBACK_LATE);
      Duration most = late ? Duration.ofHours(30) : Duration.ofSeconds(2);
      List<Boolean> done = new ArrayList<>();
      after(dice.between(Duration.ofMillis(1), most), () -> deliver(partner, update, 1, done));
    }
  }

  private void deliver(String partner, Update update, int tries, List<Boolean> done) {
    if (!done.isEmpty() || tries > CALLBACK_TRIES_MAX) {
      return;
    }
    Claim claim = claims.get(new Subject("default", partner, update.subject()));
    trace("callback", partner, update);
    Duration wait = Duration.ofSeconds(Math.min(86_400, 1L << Math.min(tries, 20)));
    after(wait, () -> deliver(partner, update, tries + 1, done));
    if (claim != null) {
      claim.take(partner, update, () -> done.add(true));
    }
  }

  void trace(String who, String does, Object what) {
    if (isTraced) {
      trace.add(now() + " " + who + " " + does + " " + what);
    }
  }
}
