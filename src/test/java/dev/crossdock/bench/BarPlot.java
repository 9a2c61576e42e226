package dev.crossdock.bench;

import java.util.ArrayList;
import java.util.List;

/** Bars that lie, each with its spread. */
final class BarPlot {
  private static final int LEFT = 150;
  private static final int WIDTH = 380;
  private static final int TOP = 50;
  private static final int STEP = 80;
  private static final int THICKNESS = 40;

  private final String title;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(String label, String colour, Summary.Figure figure) {}

  BarPlot(String title) {
    this.title = title;
  }

  void add(String label, String colour, Summary.Figure figure) {
    bars.add(new Bar(label, colour, figure));
  }

  String svg() {
    Svg svg = new Svg();
    svg.text(LEFT, TOP / 2.0, Svg.Anchor.START, title);
    double most = bars.stream().mapToDouble(it -> it.figure().most()).max().orElse(1);
    for (int i = 0; i < bars.size(); i++) {
      draw(svg, bars.get(i), TOP + i * STEP, WIDTH / Math.max(most, 1));
    }
    return svg.document();
  }

  private static void draw(Svg svg, Bar bar, double y, double scale) {
    double middle = y + THICKNESS / 2.0;
    Summary.Figure figure = bar.figure();
    svg.text(LEFT - 8, middle + 4, Svg.Anchor.END, bar.label());
    svg.box(LEFT, y, figure.median() * scale, THICKNESS, bar.colour());
    svg.line(LEFT + figure.least() * scale, middle, LEFT + figure.most() * scale, middle, "#000");
    svg.text(
        LEFT + figure.most() * scale + 8,
        middle + 4,
        Svg.Anchor.START,
        Summary.Figure.number(figure.median()));
  }
}
