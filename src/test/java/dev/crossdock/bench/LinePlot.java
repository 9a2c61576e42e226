package dev.crossdock.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Lines over a logarithmic axis; the other axis begins at zero, or is logarithmic too. */
final class LinePlot {
  private static final int LEFT = 60;
  private static final int RIGHT = 470;
  private static final int TOP = 40;
  private static final int BOTTOM = 310;
  private static final int LEGEND = 485;
  private static final int TEXT_LINE = 18;
  private static final int SAMPLE = 20;
  private static final int LINES = 5;
  private static final String GREY = "#ddd";

  private final String title;
  private final String across;
  private final String up;
  private final boolean isLogarithmic;
  private final List<Line> lines = new ArrayList<>();

  /** One measurement. */
  record Point(double x, double y) {}

  private record Line(String label, String colour, boolean dashed, List<Point> points) {}

  LinePlot(String title, String across, String up, boolean isLogarithmic) {
    this.title = title;
    this.across = across;
    this.up = up;
    this.isLogarithmic = isLogarithmic;
  }

  /** Adds a line; none when there are no points. */
  void add(String label, String colour, boolean dashed, List<Point> points) {
    if (!points.isEmpty()) {
      lines.add(new Line(label, colour, dashed, points));
    }
  }

  String svg() {
    Svg svg = new Svg();
    svg.text(LEFT, TOP / 2.0, Svg.Anchor.START, title + ", " + up);
    svg.text(RIGHT, BOTTOM + 2 * TEXT_LINE, Svg.Anchor.END, across);
    drawGrid(svg);
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, lines.get(i), TOP + i * TEXT_LINE);
    }
    return svg.document();
  }

  private void drawGrid(Svg svg) {
    lines.stream()
        .flatMap(line -> line.points().stream())
        .map(Point::x)
        .distinct()
        .forEach(
            x -> {
              svg.line(atX(x), TOP, atX(x), BOTTOM, GREY);
              svg.text(atX(x), BOTTOM + TEXT_LINE, Svg.Anchor.MIDDLE, Summary.Figure.number(x));
            });
    for (int i = 0; i <= LINES; i++) {
      double y = yAt(i / (double) LINES);
      svg.line(LEFT, atY(y), RIGHT, atY(y), GREY);
      svg.text(LEFT - 6, atY(y) + 4, Svg.Anchor.END, Summary.Figure.number(y));
    }
  }

  private void draw(Svg svg, Line line, double legendY) {
    String path =
        line.points().stream()
            .map(it -> point(atX(it.x()), atY(it.y())))
            .collect(Collectors.joining(" "));
    svg.path(path, line.colour(), line.dashed());
    line.points().forEach(it -> svg.dot(atX(it.x()), atY(it.y()), line.colour()));
    String sample = point(LEGEND, legendY - 4) + " " + point(LEGEND + SAMPLE, legendY - 4);
    svg.path(sample, line.colour(), line.dashed());
    svg.text(LEGEND + SAMPLE + 6, legendY, Svg.Anchor.START, line.label());
  }

  private static String point(double x, double y) {
    return Svg.pixels(x) + "," + Svg.pixels(y);
  }

  private double atX(double x) {
    double least = Math.log(least(Point::x));
    double span = Math.log(most(Point::x)) - least;
    double share = span == 0 ? 0.5 : (Math.log(x) - least) / span;
    return LEFT + share * (RIGHT - LEFT);
  }

  private double atY(double y) {
    double share =
        isLogarithmic
            ? (Math.log(y) - Math.log(floor())) / (Math.log(ceiling()) - Math.log(floor()))
            : y / ceiling();
    return BOTTOM - share * (BOTTOM - TOP);
  }

  /** The value at that share of the axis. */
  private double yAt(double share) {
    return isLogarithmic ? floor() * Math.pow(ceiling() / floor(), share) : share * ceiling();
  }

  private double floor() {
    return least(Point::y) * 0.9;
  }

  private double ceiling() {
    return most(Point::y) * 1.1;
  }

  private double least(ToDoubleFunction<Point> of) {
    return lines.stream().flatMap(it -> it.points().stream()).mapToDouble(of).min().orElse(1);
  }

  private double most(ToDoubleFunction<Point> of) {
    return lines.stream().flatMap(it -> it.points().stream()).mapToDouble(of).max().orElse(1);
  }
}
