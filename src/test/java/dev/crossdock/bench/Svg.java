package dev.crossdock.bench;

import java.util.Locale;

/** Writes the few shapes that the plots are made of. Lengths are pixels, from the upper left. */
final class Svg {
  static final int WIDTH = 640;
  static final int HEIGHT = 360;

  private final StringBuilder shapes = new StringBuilder();

  /** Where a text is put: its beginning, middle or end. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  void line(double fromX, double fromY, double toX, double toY, String colour) {
    path(
        pixels(fromX) + "," + pixels(fromY) + " " + pixels(toX) + "," + pixels(toY), colour, 1, "");
  }

  /**
   * A line through points.
   *
   * @param points {@code x,y x,y …}
   */
  void path(String points, String colour, boolean dashed) {
    path(points, colour, 2, dashed ? " stroke-dasharray='6 4'" : "");
  }

  private void path(String points, String colour, int width, String dashes) {
    shapes.append(
        "<polyline points='%s' fill='none' stroke='%s' stroke-width='%d'%s/>%n"
            .formatted(points, colour, width, dashes));
  }

  void dot(double x, double y, String colour) {
    shapes.append(
        "<circle cx='%s' cy='%s' r='3' fill='%s'/>%n".formatted(pixels(x), pixels(y), colour));
  }

  void box(double x, double y, double width, double height, String colour) {
    shapes.append(
        "<rect x='%s' y='%s' width='%s' height='%s' fill='%s'/>%n"
            .formatted(pixels(x), pixels(y), pixels(width), pixels(height), colour));
  }

  void text(double x, double y, Anchor anchor, String text) {
    String where = anchor.name().toLowerCase(Locale.ROOT);
    String said = text.replace("&", "&amp;").replace("<", "&lt;");
    shapes.append(
        "<text x='%s' y='%s' text-anchor='%s'>%s</text>%n"
            .formatted(pixels(x), pixels(y), where, said));
  }

  /** With a point, wherever the machine stands. */
  static String pixels(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }

  /** The whole picture. */
  String document() {
    return """
    <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' \
    font-size='12' fill='#222'>
    <rect width='100%%' height='100%%' fill='white'/>
    %s</svg>
    """
        .formatted(WIDTH, HEIGHT, shapes);
  }
}
