package dev.crossdock.api.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.api.problem.FaultCode;
import dev.crossdock.settings.Secret;
import dev.crossdock.webhook.EventType;
import dev.crossdock.webhook.Subscription;
import dev.crossdock.webhook.WebhookSecrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads where a merchant wants to be told, and of what. */
public final class WebhookReader {
  private static final int TYPES_MAX = 100;
  private static final int PORT_MAX = 65_535;
  private static final Rule URL =
      Rule.form(2048, FaultCode.URL, "is no URL in visible ASCII characters", "[!-~]+");
  private static final Rule SECRET =
      new Rule(
          200,
          FaultCode.SECRET,
          "is not whsec_ and 24 to 64 bytes in base64",
          WebhookSecrets::isSecret);

  private final boolean httpsOnly;

  /**
   * @param httpsOnly whether the URL has to be https
   */
  public WebhookReader(boolean httpsOnly) {
    this.httpsOnly = httpsOnly;
  }

  /**
   * What the body asks for.
   *
   * @throws dev.crossdock.api.problem.ProblemException with all faults of the body
   */
  public WebhookRequest read(byte[] body) {
    Faults faults = new Faults();
    Members request = Members.of(StrictJson.parse(body), "", faults);
    URI url = null;
    Subscription subscription = null;
    String secret = null;
    if (request != null) {
      request.need("url", "eventTypes");
      url = url(request);
      subscription = subscription(request);
      secret = request.text("secret", SECRET);
      request.refuseOthers();
    }
    faults.refuseIfAny();
    return new WebhookRequest(
        java.util.Objects.requireNonNull(url),
        java.util.Objects.requireNonNull(subscription),
        secret == null ? null : new Secret(secret));
  }

  private @Nullable URI url(Members request) {
    String text = request.text("url", URL);
    if (text == null) {
      return null;
    }
    try {
      URI url = new URI(text);
      Optional<String> fault = fault(url);
      fault.ifPresent(detail -> request.fault("url", FaultCode.URL, detail));
      return fault.isPresent() ? null : url;
    } catch (URISyntaxException e) {
      request.fault("url", FaultCode.URL, "is no URL: " + e.getReason());
      return null;
    }
  }

  private Optional<String> fault(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(scheme.equals("http") && !httpsOnly)) {
      return Optional.of(httpsOnly ? "is not https" : "is neither https nor http");
    }
    if (url.getHost() == null) {
      return Optional.of("has no host");
    }
    if (url.getRawUserInfo() != null) {
      return Optional.of("has a user");
    }
    if (url.getRawFragment() != null) {
      return Optional.of("has a fragment");
    }
    return url.getPort() == 0 || url.getPort() > PORT_MAX
        ? Optional.of("has a port that there is not")
        : Optional.empty();
  }

  private static @Nullable Subscription subscription(Members request) {
    JsonNode value = request.value("eventTypes");
    if (value == null) {
      return null;
    }
    if (!value.isArray()) {
      request.fault("eventTypes", FaultCode.TYPE, "is not an array");
      return null;
    }
    if (value.isEmpty()) {
      request.fault("eventTypes", FaultCode.TOO_FEW, "names no type");
      return null;
    }
    if (value.size() > TYPES_MAX) {
      request.fault("eventTypes", FaultCode.TOO_MANY, "has more than " + TYPES_MAX);
      return null;
    }
    return subscription(request, value);
  }

  private static @Nullable Subscription subscription(Members request, JsonNode array) {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      String at = request.at("eventTypes") + "/" + i;
      JsonNode value = array.get(i);
      String label = value.asText();
      Optional<EventType> type = EventType.ofLabel(label);
      type.ifPresent(types::add);
      if (!value.isTextual()) {
        request.faults().add(at, FaultCode.TYPE, "is not a text");
      } else if (type.isEmpty() && !label.equals("*")) {
        request.faults().add(at, FaultCode.ENUM, "is no type of event, nor *");
      } else if (!seen.add(label)) {
        request.faults().add(at, FaultCode.UNIQUE, "is there twice");
      }
    }
    boolean all = seen.contains("*");
    return all || types.isEmpty() ? Subscription.all() : Subscription.to(types);
  }
}
