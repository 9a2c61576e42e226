package dev.crossdock.shipment.simulation;

import dev.crossdock.partner.Scan;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.partner.Update;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One parcel on its way: each scan is told by callback, together with some that were before. */
final class Journey {
  private static final List<TrackingStatus> STATIONS =
      List.of(
          TrackingStatus.PRE_TRANSIT,
          TrackingStatus.PICKED_UP,
          TrackingStatus.IN_TRANSIT,
          TrackingStatus.DELIVERY_ATTEMPTED,
          TrackingStatus.OUT_FOR_DELIVERY,
          TrackingStatus.DELIVERED);

  private final World world;
  private final String carrier;
  private final String trackingCode;
  private final List<Scan> scans = new ArrayList<>();

  Journey(World world, String carrier, String trackingCode) {
    this.world = world;
    this.carrier = carrier;
    this.trackingCode = trackingCode;
  }

  void begin() {
    move(0);
  }

  private void move(int station) {
    Dice dice = world.dice();
    boolean lost = station > 2 && dice.happens(Chance.NEVER_DELIVERED);
    TrackingStatus status = lost ? TrackingStatus.FAILURE : STATIONS.get(station);
    List<Scan> told = new ArrayList<>(scans);
    told.removeIf(scan -> dice.oneIn(2));
    Scan scan = SomeAnswers.scan(trackingCode + "#" + station, status, world.now());
    scans.add(scan);
    told.add(dice.below(told.size() + 1), scan);
    world.callBack(carrier, new Update.TrackingUpdated(trackingCode, told));
    if (!lost && station + 1 < STATIONS.size()) {
      Duration wait = dice.between(Duration.ofMinutes(1), Duration.ofHours(20));
      world.after(wait, () -> move(station + 1));
    }
  }
}
