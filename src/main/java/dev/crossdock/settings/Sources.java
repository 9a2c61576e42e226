package dev.crossdock.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lays what was typed over the file, the file over the defaults, and fills in the environment. */
final class Sources {
  private static final Pattern SUBSTITUTION =
      Pattern.compile("(.*): Could not resolve .*\\$\\{([^?}]+)}.*");
  private static final int SUBSTITUTIONS_MAX = 1000;

  private Sources() {}

  static Config layered(
      @Nullable Path file, Map<String, ?> overrides, Map<String, String> env, Faults faults) {
    Config defaults =
        ConfigFactory.parseResources("crossdock-defaults.conf").resolve().withOnlyPath("crossdock");
    Config typed = ConfigFactory.parseMap(overrides, "command line");
    Config layers = typed.withFallback(parsed(file, faults)).withFallback(defaults);
    return resolved(layers, env, faults);
  }

  private static Config parsed(@Nullable Path file, Faults faults) {
    if (file == null) {
      return ConfigFactory.empty();
    }
    try {
      ConfigParseOptions strict = ConfigParseOptions.defaults().setAllowMissing(false);
      return ConfigFactory.parseFile(file.toFile(), strict);
    } catch (ConfigException.IO e) {
      faults.add(file.toString(), "cannot be read");
    } catch (ConfigException e) {
      faults.add(file.toString(), "is not HOCON: " + e.getMessage());
    }
    return ConfigFactory.empty();
  }

  /** Resolving stops at the first substitution that finds nothing: each is noted, then set. */
  private static Config resolved(Config layers, Map<String, String> env, Faults faults) {
    Set<String> unset = new HashSet<>();
    ConfigResolveOptions options =
        ConfigResolveOptions.defaults()
            .setUseSystemEnvironment(false)
            .appendResolver(new Environment(env, unset));
    for (int i = 0; i < SUBSTITUTIONS_MAX; i++) {
      try {
        return layers.resolve(options);
      } catch (ConfigException e) {
        Matcher found = SUBSTITUTION.matcher(String.valueOf(e.getMessage()));
        if (!found.matches() || !unset.add(found.group(2))) {
          faults.add("configuration", String.valueOf(e.getMessage()));
          return ConfigFactory.empty();
        }
        faults.add(found.group(1), "nothing sets ${" + found.group(2) + "}");
      }
    }
    return ConfigFactory.empty();
  }

  private record Environment(Map<String, String> env, Set<String> unset) implements ConfigResolver {

    @Override
    public @Nullable ConfigValue lookup(String path) {
      String value = env.get(path);
      if (value != null) {
        return ConfigValueFactory.fromAnyRef(value, "environment variable " + path);
      }
      return unset.contains(path) ? Unset.value() : null;
    }

    @Override
    public ConfigResolver withFallback(ConfigResolver fallback) {
      return this;
    }
  }
}
