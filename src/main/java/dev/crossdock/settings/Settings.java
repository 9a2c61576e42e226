package dev.crossdock.settings;

import com.typesafe.config.Config;
import dev.crossdock.flow.Flow;
import dev.crossdock.partner.PartnerKind;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be configured.
 *
 * @param management absent: operators are answered where requests are taken
 * @param partners by name, sorted
 * @param flows that new orders may begin with, by name, sorted; their partners exist
 * @param pekko what is to be set under {@code pekko}; empty unless the file says something
 */
public record Settings(
    HttpSettings http,
    @Nullable ManagementSettings management,
    JournalSettings journal,
    CheckSettings checks,
    ClusterSettings cluster,
    RuntimeSettings runtime,
    ReadSideSettings readSide,
    WebhookSettings webhooks,
    Map<String, PartnerSettings> partners,
    Map<String, Flow> flows,
    Config pekko) {
  private static final String ROOT = "crossdock";
  private static final Set<String> SECTIONS =
      Set.of(
          "http",
          "management",
          "journal",
          "checks",
          "cluster",
          "runtime",
          "read-side",
          "webhooks",
          "partners",
          "flows");

  public Settings {
    partners = Collections.unmodifiableMap(partners);
    flows = Collections.unmodifiableMap(flows);
  }

  /**
   * Reads the file over the built-in defaults; substitutions may name environment variables.
   *
   * @param file HOCON; absent: the defaults alone
   * @param overrides values by path, such as {@code crossdock.http.port}, that prevail over both
   * @param env usually {@code System.getenv()}
   * @throws SettingsException with everything that is wrong
   */
  public static Settings load(
      @Nullable Path file, Map<String, ?> overrides, Map<String, String> env)
      throws SettingsException {
    Faults faults = new Faults();
    Config config = Sources.layered(file, overrides, env, faults);
    Settings settings = from(config, faults);
    faults.raise();
    return settings;
  }

  private static Settings from(Config config, Faults faults) {
    Section all = new Section("", config.root(), null, faults);
    config.root().keySet().forEach(key -> noteMisplaced(key, all));
    Section root = all.section(ROOT);
    Map<String, PartnerSettings> partners =
        Partners.from(root.section("partners"), root.section("partner-defaults"));
    boolean areRead = partners.keySet().containsAll(root.section("partners").keys());
    FlowGraphs graphs = new FlowGraphs(root.section("step-defaults"));
    Settings settings =
        new Settings(
            HttpSettings.from(root.section("http")),
            ManagementSettings.from(root.section("management")),
            JournalSettings.from(root.section("journal")),
            CheckSettings.from(root.section("checks")),
            ClusterSettings.from(root.section("cluster")),
            RuntimeSettings.from(root.section("runtime")),
            ReadSideSettings.from(root.section("read-side")),
            WebhookSettings.from(root.section("webhooks")),
            partners,
            graphs.from(
                root.section("flows"),
                root.section("flow-defaults"),
                areRead ? kinds(partners.values()) : EnumSet.allOf(PartnerKind.class)),
            config.withOnlyPath("pekko"));
    root.done();
    return settings;
  }

  /** Only what is under {@code crossdock} is read, but what was meant to be there is noted. */
  private static void noteMisplaced(String key, Section all) {
    if (SECTIONS.contains(key)) {
      all.fault(key, "belongs under " + ROOT + "; did you mean " + ROOT + "." + key + "?");
    } else if (!key.equals(ROOT) && Nearest.to(key, List.of(ROOT)).isPresent()) {
      all.fault(key, "unknown key; did you mean " + ROOT + "?");
    }
  }

  private static Set<PartnerKind> kinds(Collection<PartnerSettings> partners) {
    Set<PartnerKind> kinds = EnumSet.noneOf(PartnerKind.class);
    partners.forEach(partner -> kinds.add(partner.kind()));
    return kinds;
  }
}
