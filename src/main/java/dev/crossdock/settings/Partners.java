package dev.crossdock.settings;

import dev.crossdock.partner.PartnerKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code crossdock.partners}; what one leaves out is as in {@code partner-defaults}. */
final class Partners {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Map<String, PartnerKind> KINDS =
      Texts.labels(PartnerKind.values(), PartnerKind::label);

  private Partners() {}

  /** By name. A partner whose kind is unknown is left out, and a fault. */
  static Map<String, PartnerSettings> from(Section partners, Section defaults) {
    policy("partner-defaults", PartnerKind.ADDRESS, URI.create("http://unused"), defaults);
    defaults.done();
    Map<String, PartnerSettings> found = new TreeMap<>();
    for (String name : partners.keys()) {
      partner(name, partners.section(name, defaults)).ifPresent(it -> found.put(name, it));
    }
    oneOfEachKind(partners, found);
    return found;
  }

  private static Optional<PartnerSettings> partner(String name, Section section) {
    if (!NAME.matcher(name).matches()) {
      section.fault("a partner's name is 1 to 40 of a to z, 0 to 9 and hyphen");
    }
    Optional<PartnerKind> kind = Texts.oneOf(section, "kind", KINDS);
    URI baseUrl = baseUrl(section);
    PartnerSettings partner = policy(name, kind.orElse(PartnerKind.ADDRESS), baseUrl, section);
    section.done();
    return kind.map(known -> partner);
  }

  private static PartnerSettings policy(
      String name, PartnerKind kind, URI baseUrl, Section section) {
    return new PartnerSettings(
        name,
        kind,
        baseUrl,
        section.duration("deadline", Duration.ofMillis(10), Duration.ofMinutes(10)),
        RateLimit.from(section),
        section.whole("concurrency-max", 1, 100_000),
        section.whole("queue-max", 1, 10_000_000),
        Texts.secret(section, "callback-secret").orElse(null),
        BreakerSettings.from(section.section("breaker")));
  }

  private static URI baseUrl(Section section) {
    String text = section.text("base-url");
    try {
      URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (section.has("base-url") && !isBase(url)) {
        section.fault("base-url", "is not http(s)://host[:port][/path] and no more than that");
      }
      return url;
    } catch (URISyntaxException e) {
      section.fault("base-url", "is not a URL: " + e.getReason());
      return URI.create("");
    }
  }

  private static boolean isBase(URI url) {
    boolean http = "http".equalsIgnoreCase(url.getScheme());
    return (http || "https".equalsIgnoreCase(url.getScheme()))
        && url.getHost() != null
        && url.getRawQuery() == null
        && url.getRawFragment() == null
        && url.getRawUserInfo() == null;
  }

  private static void oneOfEachKind(Section partners, Map<String, PartnerSettings> found) {
    Map<PartnerKind, String> first = new EnumMap<>(PartnerKind.class);
    for (PartnerSettings partner : found.values()) {
      String other = first.putIfAbsent(partner.kind(), partner.name());
      if (other != null && partner.kind() != PartnerKind.CARRIER) {
        String label = partner.kind().label();
        partners.fault(partner.name(), "is a second partner of kind " + label + " beside " + other);
      }
    }
  }
}
