package dev.crossdock.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every pretend partner by its name, and what it can be asked. */
final class Directory {

  private final Map<String, Desk> desks;

  Directory(Pace pace) {
    Map<String, Desk> all = new LinkedHashMap<>();
    all.put("address", new AddressDesk());
    all.put("customer", new CustomerDesk());
    all.put("fraud", new FraudDesk());
    all.put("inventory", new InventoryDesk());
    all.put("payment", new PaymentDesk());
    all.put(Carrier.A.name(), new CarrierDesk(Carrier.A));
    all.put(Carrier.B.name(), new CarrierDesk(Carrier.B));
    all.put("warehouse", new WarehouseDesk(pace));
    all.put("notification", new NotificationDesk());
    desks = Collections.unmodifiableMap(all);
  }

  Map<String, Desk> desks() {
    return desks;
  }

  /** The operation that is meant, or the 404 or 405. */
  Operation find(Incoming incoming) {
    List<String> path = incoming.segments();
    Desk desk = path.isEmpty() ? null : desks.get(path.getFirst());
    if (desk == null) {
      throw Refusal.unknown("partner", String.join("/", path));
    }
    List<String> below = path.subList(1, path.size());
    List<Operation> there = desk.operations().stream().filter(each -> each.isAt(below)).toList();
    if (there.isEmpty()) {
      throw Refusal.unknown("path", String.join("/", path));
    }
    return there.stream()
        .filter(each -> each.method().equals(incoming.method()))
        .findFirst()
        .orElseThrow(() -> Refusal.of(405, "method", "Not with this method", incoming.method()));
  }

  /** Whether a partner has an operation of that name. */
  boolean knows(String partner, Optional<String> operation) {
    Desk desk = desks.get(partner);
    return desk != null
        && (operation.isEmpty()
            || desk.operations().stream().anyMatch(each -> each.name().equals(operation.get())));
  }
}
