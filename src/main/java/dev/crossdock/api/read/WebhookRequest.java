package dev.crossdock.api.read;

import dev.crossdock.settings.Secret;
import dev.crossdock.webhook.Subscription;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's wish to be told.
 *
 * @param secret absent: one is to be made up
 */
public record WebhookRequest(URI url, Subscription subscription, @Nullable Secret secret) {}
