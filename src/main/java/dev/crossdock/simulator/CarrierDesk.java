package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Quotes, books and tracks as one carrier; the destination decides what goes wrong. */
final class CarrierDesk implements Desk {

  private static final Duration OFFER = Duration.ofHours(24);
  private static final String ANTARCTICA = "AQ";

  private final Carrier carrier;

  CarrierDesk(Carrier carrier) {
    this.carrier = carrier;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.ask("quoteRates", "v1/rates", (call, shelf) -> quote(call)),
        Operation.change(
            "bookShipment", "v1/shipments", (call, shelf) -> Bookings.book(call, carrier)),
        Operation.get(
            "findShipment",
            "v1/shipments",
            (call, shelf) -> shelf.lookUp(call, EffectKind.BOOKING)),
        Operation.change("voidShipment", "v1/shipments/{bookingId}/void", Bookings::end),
        Operation.get("track", "v1/tracking/{trackingCode}", Scans::told));
  }

  private Done quote(Call call) {
    String shipmentId = call.body().text("shipmentId");
    call.body().address("shipFrom");
    Address to = call.body().address("shipTo");
    BigDecimal kilograms = call.body().kilograms("parcels");
    ObjectNode body = Json.object();
    var rates = body.putArray("rates");
    if (!to.countryCode().equals(ANTARCTICA)) {
      carrier.services().forEach(each -> rates.add(rate(call, each, shipmentId, kilograms)));
    }
    return Done.answer(200, body);
  }

  private ObjectNode rate(Call call, Service service, String shipmentId, BigDecimal kilograms) {
    ObjectNode rate =
        Json.object()
            .put("rateId", service.rateId(carrier.name(), shipmentId))
            .put("service", service.name());
    rate.set("price", service.price(kilograms).toJson());
    LocalDate delivery = LocalDate.ofInstant(call.now(), ZoneOffset.UTC).plusDays(service.days());
    return rate.put("estimatedDays", service.days())
        .put("deliveryDate", delivery.toString())
        .put("deliveryDateGuaranteed", service.guaranteed())
        .put("validUntil", call.now().plus(OFFER).toString());
  }

  @Override
  public Turn due(Entry entry, Shelf shelf) {
    return entry.kind() == EffectKind.TRACKING ? Scans.due(entry) : Bookings.due(entry);
  }
}
