package dev.crossdock.replay.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** Draws which share of orders was confirmed within which time, as SVG. */
public final class Plot {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int LEFT = 60;
  private static final int RIGHT = 740;
  private static final int TOP = 40;
  private static final int BOTTOM = 360;
  private static final int POINTS_MAX = 400;
  private static final List<String> COLOURS = List.of("#888888", "#1f77b4", "#d62728");

  private Plot() {}

  /**
   * The picture.
   *
   * @param lines by what they show; three at most
   */
  public static String of(SequencedMap<String, Column> lines) {
    long most =
        Math.max(
            1, lines.values().stream().mapToLong(it -> it.confirmationMillis(1)).max().orElse(1));
    StringBuilder svg = new StringBuilder();
    svg.append(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n")
            .formatted(WIDTH, HEIGHT));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    text(svg, LEFT, 20, "start", "Share of orders confirmed within a time, in milliseconds");
    axes(svg, most);
    int index = 0;
    for (Map.Entry<String, Column> line : lines.entrySet()) {
      String colour = COLOURS.get(index % COLOURS.size());
      line(svg, line.getValue(), most, colour);
      int x = LEFT + 10 + index * 220;
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>%n"
              .formatted(x, HEIGHT - 20, colour));
      text(svg, x + 18, HEIGHT - 10, "start", line.getKey());
      index++;
    }
    return svg.append("</svg>\n").toString();
  }

  private static void axes(StringBuilder svg, long most) {
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      int y = BOTTOM - (BOTTOM - TOP) * tenth / 10;
      rule(svg, LEFT, y, RIGHT, y);
      text(svg, LEFT - 6, y + 4, "end", tenth * 10 + " %");
      int x = LEFT + (RIGHT - LEFT) * tenth / 10;
      rule(svg, x, TOP, x, BOTTOM);
      text(svg, x, BOTTOM + 16, "middle", Long.toString(most * tenth / 10));
    }
  }

  private static void line(StringBuilder svg, Column column, long most, String colour) {
    List<Long> millis = column.sortedMillis();
    if (millis.isEmpty()) {
      return;
    }
    svg.append("<polyline fill=\"none\" stroke=\"").append(colour);
    svg.append("\" stroke-width=\"2\" points=\"");
    int step = Math.max(1, millis.size() / POINTS_MAX);
    point(svg, 0, 0);
    for (int i = 0; i < millis.size(); i += step) {
      double share = (double) (i + 1) / Math.max(1, column.orders());
      point(svg, (double) millis.get(i) / most, share);
    }
    double share = (double) millis.size() / Math.max(1, column.orders());
    point(svg, (double) millis.getLast() / most, share);
    point(svg, 1, share);
    svg.append("\"/>\n");
  }

  private static void point(StringBuilder svg, double x, double y) {
    svg.append(
        String.format(
            Locale.ROOT, "%.1f,%.1f ", LEFT + x * (RIGHT - LEFT), BOTTOM - y * (BOTTOM - TOP)));
  }

  private static void rule(StringBuilder svg, int x1, int y1, int x2, int y2) {
    svg.append(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#dddddd\"/>%n"
            .formatted(x1, y1, x2, y2));
  }

  private static void text(StringBuilder svg, int x, int y, String anchor, String what) {
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n"
            .formatted(x, y, anchor, what.replace("&", "&amp;").replace("<", "&lt;")));
  }
}
