package dev.crossdock.cli;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pretend partners as Crossdock is told of them: settings that point at a simulator. */
final class DevPartners {
  /** For development only: here for everybody to read. */
  static final String SECRET =
      "whsec_"
          + Base64.getEncoder()
              .encodeToString("crossdock-simulator-dev-secret".getBytes(StandardCharsets.UTF_8));

  private static final Map<String, String> KINDS = kinds();

  private DevPartners() {}

  /** Settings by path. */
  static Map<String, Object> at(String simulatorUrl) {
    Map<String, Object> settings = new LinkedHashMap<>();
    KINDS.forEach(
        (name, kind) -> {
          String path = "crossdock.partners." + name + ".";
          settings.put(path + "kind", kind);
          settings.put(path + "base-url", simulatorUrl + "/" + name);
          settings.put(path + "callback-secret", SECRET);
        });
    return settings;
  }

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("address", "address");
    kinds.put("customer", "customer");
    kinds.put("fraud", "fraud");
    kinds.put("inventory", "inventory");
    kinds.put("payment", "payment");
    kinds.put("carrier-a", "carrier");
    kinds.put("carrier-b", "carrier");
    kinds.put("warehouse", "warehouse");
    kinds.put("notification", "notification");
    return kinds;
  }
}
