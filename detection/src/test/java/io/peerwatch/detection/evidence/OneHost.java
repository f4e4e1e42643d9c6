package io.peerwatch.detection.evidence;

/** Windows of a group of one host, told by metric. */
final class OneHost {
  static final float HABIT_STEP = 0.0006f;

  final EvidenceColumns columns = new EvidenceColumns(1);
  final Window window = new Window();
  private final int metrics;

  OneHost(int metrics) {
    this.metrics = metrics;
    columns.grow(metrics);
    window.grow(1);
    window.to = 1;
    window.wanders[0] = 1;
  }

  /** Deviations by metric; NaN where there is none. */
  void see(float[] w, Persistence persistence) {
    columns.begin();
    for (int m = 0; m < metrics; m++) {
      tell(m, w[m]);
      columns.add(window, persistence);
      columns.learn(window, persistence, 0, 1, new float[] {1}, HABIT_STEP);
    }
    persistence.count(1);
    columns.end(0);
  }

  void follow(float[] w, Echo echo, Persistence persistence) {
    columns.following.begin(echo);
    for (int m = 0; m < metrics; m++) {
      tell(m, w[m]);
      columns.following.add(window, echo, persistence);
    }
    columns.following.end(0);
  }

  private void tell(int m, float w) {
    window.metric = m;
    window.w = new float[] {Float.isNaN(w) ? 0 : w};
    window.told[0] = Float.isNaN(w) ? 0 : 1;
  }
}
