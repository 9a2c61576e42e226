package dev.crossdock.api;

import dev.crossdock.api.write.EventView;
import dev.crossdock.claim.Callbacks;
import dev.crossdock.erasure.Erasures;
import dev.crossdock.estimate.Estimates;
import dev.crossdock.estimate.PartnersView;
import dev.crossdock.flow.Flows;
import dev.crossdock.ops.Health;
import dev.crossdock.ops.IntakeGate;
import dev.crossdock.ops.Metrics;
import dev.crossdock.ops.SupervisionTree;
import dev.crossdock.order.Orders;
import dev.crossdock.replay.Lives;
import dev.crossdock.settings.PartnerSettings;
import dev.crossdock.settings.WebhookSettings;
import dev.crossdock.shipment.Shipments;
import dev.crossdock.view.Cursors;
import dev.crossdock.view.ReadSideDesk;
import dev.crossdock.view.Views;
import dev.crossdock.webhook.Webhooks;
import java.time.Clock;
import java.util.Map;

/**
 * All that the API speaks for.
 *
 * @param gate which new orders pass
 * @param partnersView how the partners are
 * @param partners by the name in {@code /v1/callbacks/{partner}}
 */
public record ApiParts(
    Orders orders,
    IntakeGate gate,
    Shipments shipments,
    Callbacks callbacks,
    SupervisionTree supervision,
    Health health,
    Metrics metrics,
    PartnersView partnersView,
    Estimates estimates,
    Flows flows,
    EventView events,
    Map<String, PartnerSettings> partners,
    ReadSideDesk readSide,
    Webhooks webhooks,
    WebhookSettings webhookSettings,
    Views views,
    Cursors cursors,
    Lives lives,
    Erasures erasures,
    Clock clock) {

  public ApiParts {
    partners = Map.copyOf(partners);
  }
}
