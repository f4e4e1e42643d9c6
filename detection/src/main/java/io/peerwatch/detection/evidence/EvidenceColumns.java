package io.peerwatch.detection.evidence;

import io.peerwatch.detection.state.JudgeLayout;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is remembered of the deviations of a group's hosts, in columns over the places that the
 * hosts have: a window is taken in metric by metric, some hosts at a time.
 */
public final class EvidenceColumns {

  public final HostTrails trails;
  private final Departure departure;
  private final Lingering lingering;
  private final Unrest unrest;
  public final Repeats repeats;
  public final Following following;
  private final float[] learns;
  private int metrics;

  /**
   * @param hosts how many there are; others need columns of their own
   */
  public EvidenceColumns(int hosts) {
    trails = new HostTrails(hosts);
    departure = new Departure(hosts);
    lingering = new Lingering(hosts);
    unrest = new Unrest(hosts);
    repeats = new Repeats(hosts);
    following = new Following(hosts);
    learns = new float[hosts];
  }

  /** Makes room for more metrics, of which nothing is known. */
  public void grow(int wanted) {
    if (wanted > metrics) {
      metrics = wanted;
      trails.grow(wanted);
      departure.grow(wanted);
      lingering.grow(wanted);
      unrest.grow(wanted);
      repeats.grow(wanted);
      following.grow(wanted);
    }
  }

  /** Begins a window of deviations. */
  public void begin() {
    trails.begin();
    departure.begin();
    lingering.begin();
    unrest.begin();
  }

  /** The host does not report in the window just begun, and stays what it was. */
  public void skip(int host) {
    trails.skip(host);
    departure.skip(host);
  }

  /** Takes in deviations of one metric of the window. */
  public void add(Window now, Persistence persistence) {
    trails.add(now);
    departure.add(now, trails, persistence);
    int m = now.metric;
    lingering.add(now, trails.ago(0, m), departure.mean(m), (float) persistence.ratio(m));
    unrest.add(now, departure.fresh(m), persistence.unrest());
  }

  /**
   * Lets the group learn how long deviations last, and hosts how far off they use to be; after
   * {@link #add} of the same.
   *
   * @param from the first place that is learned from
   * @param to the first that is not any more
   * @param teaches by place, 1 where a host is to be learned from, else 0
   * @param habitStep how far a host's own habit goes towards a new value
   */
  public void learn(
      Window now, Persistence persistence, int from, int to, float[] teaches, float habitStep) {
    int begin = Math.max(from, now.from);
    int end = Math.min(to, now.to);
    int m = now.metric;
    for (int i = begin; i < end; i++) {
      learns[i] = teaches[i] * now.told[i] * now.wanders[i];
    }
    persistence.learn(m, begin, end, trails.ago(0, m), trails.ago(1, m), learns);
    persistence.unrest().learn(m, begin, end, unrest.squares(m), learns);
    lingering.learn(m, begin, end, (float) persistence.ratio(m), learns, habitStep);
  }

  /** Ends the window of a host that reported. */
  public void end(int host) {
    trails.end(host);
  }

  /** How surely a host left its usual wandering in one way; at least 0. */
  public float leaves(Leaving way, int host) {
    return switch (way) {
      case SUDDEN -> departure.sudden(host);
      case LASTING -> departure.lasting(host);
      case LINGERING -> lingering.of(host);
      case RESTLESS -> unrest.of(host);
    };
  }

  /** Forgets what lasts longer than the trouble that it told of. */
  public void forgetTrouble(int host) {
    trails.forgetDrift(host);
    following.forget(host);
    departure.forgetMean(host);
    lingering.forget(host);
    unrest.forget(host);
  }

  /** Forgets the last hours, in which the host was compared with a group that was not itself. */
  public void forgetHours(int host) {
    lingering.forget(host);
  }

  /** It was silent: what it did before says nothing of what it does now. */
  public void forget(int host) {
    trails.forget(host);
    repeats.forget(host);
    following.forget(host);
    departure.forget(host);
    lingering.forget(host);
    unrest.forget(host);
  }

  /** Takes over what is known of a host. */
  public void copy(int host, EvidenceColumns from, int fromHost) {
    grow(from.metrics);
    trails.copy(host, from.trails, fromHost);
    departure.copy(host, from.departure, fromHost);
    lingering.copy(host, from.lingering, fromHost);
    unrest.copy(host, from.unrest, fromHost);
    repeats.copy(host, from.repeats, fromHost);
    following.copy(host, from.following, fromHost);
  }

  public void write(int host, DataOutput out) throws IOException {
    out.writeInt(metrics);
    trails.write(host, out);
    departure.write(host, out);
    repeats.write(host, out);
    following.write(host, out);
    unrest.write(host, out);
    lingering.write(host, out);
  }

  /** Reads what was written of a host in that layout. */
  public void read(int host, DataInput in, JudgeLayout layout) throws IOException {
    int known = in.readInt();
    grow(known);
    trails.read(host, known, in);
    departure.read(host, known, in);
    repeats.read(host, known, in);
    following.read(host, known, in);
    if (layout.knowsUnrest()) {
      unrest.read(host, known, in);
    }
    if (layout.knowsLingering()) {
      lingering.read(host, known, in);
    }
  }
}
