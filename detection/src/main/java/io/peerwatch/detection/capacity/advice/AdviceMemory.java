package io.peerwatch.detection.capacity.advice;

import io.peerwatch.detection.capacity.Advice;
import io.peerwatch.detection.capacity.CapacityAction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The advice that holds, and what would replace it once it has been wished for long enough: for an
 * hour where it presses more, for a day where it only asks for a little more, for three days where
 * it presses less, so that neither the rhythm of a day nor the luck of one makes a difference. A
 * wish that changes its mind starts anew.
 */
public final class AdviceMemory {
  private static final long HOUR_MILLIS = 3_600_000L;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
  private static final long RELENT_MILLIS = 3 * DAY_MILLIS;
  private static final double MANY = 0.1; // of the group's hosts
  private static final int URGENT = 2;
  private static final CapacityAction[] ACTIONS = CapacityAction.values();

  private Advice holds = Advice.UNKNOWN;
  private CapacityAction wished;
  private boolean wishedLess;
  private long wishedSince;

  /** The advice that holds after a window; unknown until one has lasted. */
  public Advice advise(Situation situation, long windowStart, long windowEnd) {
    Advice wish = new Advisor(situation, holds.action()).wish();
    boolean first = holds.action() == null;
    if (first && wish.action() == CapacityAction.NONE || same(wish, holds)) {
      wished = null;
      holds = wish;
    } else {
      consider(wish, windowStart);
      if (windowEnd - wishedSince >= holdMillis(wish, situation.hosts())) {
        holds = wish;
        wished = null;
      }
    }
    return holds;
  }

  /** The advice that holds where a window says nothing. */
  public Advice held() {
    return holds;
  }

  private void consider(Advice wish, long windowStart) {
    boolean less = hosts(wish) < hosts(holds);
    if (wished != wish.action() || less != wishedLess) {
      wished = wish.action();
      wishedLess = less;
      wishedSince = windowStart;
    }
  }

  private long holdMillis(Advice wish, int groupHosts) {
    if (wish.action() == holds.action()) {
      int more = hosts(wish) - hosts(holds);
      boolean presses = wish.action() == CapacityAction.ADD_HOSTS && more > 0;
      boolean many = more > Math.max(1, MANY * groupHosts);
      return presses ? (many ? HOUR_MILLIS : DAY_MILLIS) : RELENT_MILLIS;
    }
    int urgency = urgency(wish.action());
    boolean presses = urgency > urgency(holds.action()) || urgency == URGENT;
    return presses ? HOUR_MILLIS : urgency(holds.action()) > 0 ? RELENT_MILLIS : DAY_MILLIS;
  }

  private static int urgency(CapacityAction action) {
    if (action == null) {
      return -1;
    }
    return switch (action) {
      case NONE, REMOVE_HOSTS, RAISE_UTILISATION -> 0;
      case REBALANCE -> 1;
      case ADD_HOSTS, ADD_MEMORY_OR_REPLICA, PARTITION_WRITES -> URGENT;
    };
  }

  private static boolean same(Advice one, Advice other) {
    return one.action() == other.action() && hosts(one) == hosts(other);
  }

  private static int hosts(Advice advice) {
    return advice.hosts() == null ? 0 : advice.hosts();
  }

  public void write(DataOutput out) throws IOException {
    writeAction(out, holds.action());
    out.writeInt(hosts(holds));
    out.writeUTF(holds.reason());
    writeAction(out, wished);
    out.writeBoolean(wishedLess);
    out.writeLong(wishedSince);
  }

  public static AdviceMemory read(DataInput in) throws IOException {
    AdviceMemory memory = new AdviceMemory();
    CapacityAction action = readAction(in);
    int hosts = in.readInt();
    memory.holds = new Advice(action, hosts == 0 ? null : (Integer) hosts, in.readUTF());
    memory.wished = readAction(in);
    memory.wishedLess = in.readBoolean();
    memory.wishedSince = in.readLong();
    return memory;
  }

  private static void writeAction(DataOutput out, CapacityAction action) throws IOException {
    out.writeByte(action == null ? -1 : action.ordinal());
  }

  private static CapacityAction readAction(DataInput in) throws IOException {
    int ordinal = in.readByte();
    return ordinal < 0 ? null : ACTIONS[ordinal];
  }
}
