package dev.crossdock.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What no file of the project may say. Written so that this file does not say it either. */
final class TextRules {
  private static final Map<String, Pattern> BANNED = new LinkedHashMap<>();

  static {
    BANNED.put("left to be done", Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b"));
    BANNED.put(
        "a path of one machine",
        Pattern.compile(
            "(?<![\\w.$}*~-])/(wo" + "rk|ro" + "ot|ho" + "me|Use" + "rs|tm" + "p)/\\w"));
    BANNED.put(
        "the host of a registry",
        Pattern.compile(
            "repo1?\\.mav"
                + "en|mav"
                + "en\\.org|son"
                + "atype|arti"
                + "factory|jfr"
                + "og\\."
                + "|npm"
                + "js|py"
                + "pi\\.|dock"
                + "er\\.io|ghc"
                + "r\\.io|qua"
                + "y\\.io"));
    BANNED.put(
        "a repository of its own", Pattern.compile("<(plugin)?[rR]epo" + "sitory>|<mir" + "ror>"));
  }

  private TextRules() {}

  static List<String> faults(String path, String text) {
    List<String> faults = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String place = path + ":" + (i + 1) + ": ";
      String line = lines.get(i);
      BANNED.forEach(
          (what, pattern) -> {
            if (pattern.matcher(line).find()) {
              faults.add(place + what);
            }
          });
    }
    return faults;
  }
}
