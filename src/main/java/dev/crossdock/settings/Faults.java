package dev.crossdock.settings;

import com.typesafe.config.ConfigOrigin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what is wrong, each fault once, with the file and line where it stands. */
final class Faults {
  private static final Pattern PLACE =
      Pattern.compile(
          "(merge of )?(?<name>[^,]+?)( @ [^,]+?)?(: (?<line>[0-9]+)(-[0-9]+)?)?(,.*)?");

  private final Set<String> found = new LinkedHashSet<>();

  void add(ConfigOrigin origin, String path, String what) {
    add(origin.description(), path + ": " + what);
  }

  void add(String place, String what) {
    found.add(place(place) + ": " + what);
  }

  /** Says all faults at once, if there are any. */
  void raise() throws SettingsException {
    if (!found.isEmpty()) {
      throw new SettingsException(List.copyOf(found));
    }
  }

  /** {@code file:line} out of "file: line", "merge of file: line,…" or "resource @ url: line". */
  private static String place(String description) {
    Matcher place = PLACE.matcher(description);
    if (!place.matches()) {
      return description;
    }
    return place.group("line") == null
        ? place.group("name")
        : place.group("name") + ":" + place.group("line");
  }
}
