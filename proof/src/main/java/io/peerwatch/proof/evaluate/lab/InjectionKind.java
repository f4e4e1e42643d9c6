package io.peerwatch.proof.evaluate.lab;

import java.util.Arrays;
import java.util.List;

/** How a host goes wrong. */
public enum InjectionKind {
  /** Some metrics move and stay, each its own way. */
  STEP(12, 72),
  /** Some metrics move evenly, up to twice the strength. */
  LEAK(36, 144),
  /** Twice the strength for a few windows. */
  SPIKE(3, 4),
  /** Some metrics repeat one value. */
  STUCK(12, 72),
  /** The host's own noise grows by the strength. */
  VARIANCE(12, 72),
  /** Some metrics fall and stay. */
  DROP(12, 72),
  /** The host shows what the load was an hour ago. */
  LAG(24, 96),
  /** A step that comes and goes every four windows. */
  FLAP(24, 72),
  /** The host reports nothing. */
  SILENCE(6, 24),
  /** The host gets hardly any work any more while its peers do, whatever the strength. */
  LOST_TRAFFIC(6, 36);

  /** Those that can befall any group. */
  public static final List<InjectionKind> ANYWHERE =
      Arrays.stream(values()).filter(kind -> kind != LOST_TRAFFIC).toList();

  final int windowsMin;
  final int windowsMax;

  InjectionKind(int windowsMin, int windowsMax) {
    this.windowsMin = windowsMin;
    this.windowsMax = windowsMax;
  }
}
