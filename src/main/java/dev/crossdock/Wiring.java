package dev.crossdock;

import dev.crossdock.cli.Running;
import dev.crossdock.flow.Flows;
import dev.crossdock.journal.FlowStore;
import dev.crossdock.journal.Migrations;
import dev.crossdock.journal.Vendor;
import dev.crossdock.partner.Partner;
import dev.crossdock.partner.http.HttpPartners;
import dev.crossdock.runtime.Node;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.PartnerSettings;
import dev.crossdock.settings.Settings;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Builds the object graph: the only place that knows all. */
final class Wiring {
  private Wiring() {}

  static CompletionStage<Running> start(Settings settings, Clock clock) {
    Flows flows = flows(settings);
    HttpPartners adapters = new HttpPartners(clock);
    return Node.start(settings, flows, adapters(settings.partners(), adapters), clock)
        .thenApply(node -> null);
  }

  /** Brings the schema along, and finds every version of every flow that orders may have. */
  private static Flows flows(Settings settings) {
    JournalSettings journal = settings.journal();
    String password = journal.password().value();
    Migrations.migrate(journal.url(), journal.user(), password);
    return new FlowStore(Vendor.dataSource(journal.url(), journal.user(), password))
        .register(settings.flows().values());
  }

  private static Map<String, Partner> adapters(
      Map<String, PartnerSettings> partners, HttpPartners http) {
    Map<String, Partner> adapters = new TreeMap<>();
    partners.forEach(
        (name, partner) ->
            adapters.put(name, http.forPartner(name, partner.baseUrl(), partner.concurrencyMax())));
    return adapters;
  }
}
