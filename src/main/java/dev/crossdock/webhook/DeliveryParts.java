package dev.crossdock.webhook;

import dev.crossdock.settings.WebhookSettings;
import dev.crossdock.view.ReadStore;
import java.time.Clock;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * What those who deliver are given, so that tests can give something else.
 *
 * @param couriers makes one for an endpoint
 * @param payloads opens what is sent
 * @param dice rolls 0 to 1
 */
record DeliveryParts(
    ReadStore store,
    WebhookSettings settings,
    RetryTable retries,
    Supplier<Courier> couriers,
    Payloads payloads,
    WebhookMeters meters,
    Clock clock,
    DoubleSupplier dice) {}
