package io.peerwatch.consumers.report;

import java.util.Locale;

/**
 * The busiest window of every hour as bars, with the target as a dashed line. The scale is the same
 * for all groups of a report.
 */
final class DayPlot {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 44;
  private static final int BAR = 8;

  private DayPlot() {}

  /**
   * Draws it.
   *
   * @param busiest by hour, 1 is at the target; NaN leaves a gap
   * @param most the largest that is drawn, at least 1
   */
  static String of(double[] busiest, double most, String label) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\""
                + " aria-label=\"%s\">",
            WIDTH,
            HEIGHT,
            HtmlText.of(label)));
    for (int hour = 0; hour < busiest.length; hour++) {
      if (!Double.isNaN(busiest[hour])) {
        double height = Math.max(0.5, Math.min(most, busiest[hour]) / most * HEIGHT);
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>",
                busiest[hour] > 1 ? "bar hot" : "bar",
                hour * WIDTH / busiest.length + 1,
                HEIGHT - height,
                BAR,
                height));
      }
    }
    double target = HEIGHT - HEIGHT / most;
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"target\" x1=\"0\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\""
                + " vector-effect=\"non-scaling-stroke\"/></svg>",
            WIDTH,
            target,
            target));
    return svg.toString();
  }
}
