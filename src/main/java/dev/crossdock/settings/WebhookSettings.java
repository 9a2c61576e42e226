package dev.crossdock.settings;

import java.time.Duration;
import java.util.List;

/**
 * How merchants are told.
 *
 * @param endpointsMax that one merchant may have
 * @param httpsOnly whether an endpoint's URL must be https
 * @param allowedNetworks addresses that endpoints may have although they are not public
 * @param deadline of one attempt, from looking up the name to the end of the answer
 * @param concurrencyMax attempts under way to one endpoint at once
 * @param poll between two looks for what is due
 * @param workers among which the endpoints are shared out, spread over the cluster's nodes; the
 *     same on every node
 * @param connectionsMax to the database
 * @param oldSecretFor how long a secret that was replaced goes on signing
 * @param disableAfter an endpoint that has taken nothing for so long is not tried any more
 * @param retention of messages and of what became of them
 */
public record WebhookSettings(
    int endpointsMax,
    boolean httpsOnly,
    List<Network> allowedNetworks,
    Duration deadline,
    int concurrencyMax,
    Duration poll,
    int workers,
    int connectionsMax,
    Duration oldSecretFor,
    Duration disableAfter,
    Duration retention) {

  public WebhookSettings {
    allowedNetworks = List.copyOf(allowedNetworks);
  }

  static WebhookSettings from(Section webhooks) {
    WebhookSettings settings =
        new WebhookSettings(
            webhooks.whole("endpoints-max", 1, 1_000),
            webhooks.flag("https-only"),
            networks(webhooks),
            webhooks.duration("deadline", Duration.ofMillis(100), Duration.ofMinutes(1)),
            webhooks.whole("concurrency-max", 1, 100),
            webhooks.duration("poll", Duration.ofMillis(50), Duration.ofMinutes(1)),
            webhooks.whole("workers", 1, 1_000),
            webhooks.whole("connections-max", 2, 100),
            webhooks.duration("old-secret-for", Duration.ofMinutes(1), Duration.ofDays(30)),
            webhooks.duration("disable-after", Duration.ofMinutes(1), Duration.ofDays(30)),
            webhooks.duration("retention", Duration.ofDays(1), Duration.ofDays(366)));
    webhooks.done();
    return settings;
  }

  private static List<Network> networks(Section webhooks) {
    List<String> texts = webhooks.texts("allowed-networks");
    texts.stream()
        .filter(text -> Network.parse(text).isEmpty())
        .forEach(
            text ->
                webhooks.fault(
                    "allowed-networks", text + " is no range such as 10.0.0.0/8 or fc00::/7"));
    return texts.stream().flatMap(text -> Network.parse(text).stream()).toList();
  }
}
