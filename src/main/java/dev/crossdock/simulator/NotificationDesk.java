package dev.crossdock.simulator;

import java.util.List;

/** Takes every notification and sends none. */
final class NotificationDesk implements Desk {

  @Override
  public List<Operation> operations() {
    return List.of(Operation.change("notify", "v1/notifications", (call, shelf) -> take(call)));
  }

  private static Done take(Call call) {
    About about = About.order(call.body().text("orderId"));
    call.body().text("template");
    call.body().text("to");
    String id = Ids.next("ntf");
    return Done.answer(
        202,
        Json.object().put("notificationId", id),
        Entry.of(call, EffectKind.NOTIFICATION, id, about, "TAKEN"));
  }
}
