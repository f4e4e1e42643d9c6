package io.peerwatch.streams.policy;

import io.peerwatch.detection.inventory.Role;
import io.peerwatch.detection.policy.GroupSettings;
import io.peerwatch.detection.policy.Policy;
import io.peerwatch.detection.policy.SettingsPlan;
import io.peerwatch.streams.state.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * By what settings the windows of each group of a task are made, in a changelogged store: what was
 * planned once stays so after a restart, and on another instance, whatever has become known there.
 */
public final class GroupPlans {
  private static final long KEPT_MILLIS = 2 * 86_400_000L;

  private final KeyValueStore<String, byte[]> store;
  private final GroupSettings defaults;
  private final LivePolicies policies;
  private final Function<String, Role> roles;
  private final Map<String, Planned> plans = new HashMap<>();

  /** A plan, and up to which edition policies are in it. */
  private record Planned(SettingsPlan plan, long edition) {}

  /**
   * @param roles what a group does where no policy says so
   */
  public GroupPlans(
      KeyValueStore<String, byte[]> store,
      GroupSettings defaults,
      LivePolicies policies,
      Function<String, Role> roles) {
    this.roles = roles;
    this.store = store;
    this.defaults = defaults;
    this.policies = policies;
  }

  /**
   * The group's plan, with all policies that are known now.
   *
   * @param begunThrough windows up to there have begun, or about when a new group is heard first;
   *     asked for when policies or the group's role have changed
   */
  public SettingsPlan of(String group, LongSupplier begunThrough) {
    Planned planned = plans.get(group);
    LivePolicies.Known known = policies.known();
    if (planned != null && planned.edition == known.edition()) {
      return planned.plan;
    }
    SettingsPlan before = planned != null ? planned.plan : stored(store, group);
    long begun = begunThrough.getAsLong();
    GroupSettings usual = usual(roles.apply(group));
    SettingsPlan now =
        before == null
            ? SettingsPlan.of(known.book(), usual, group, begun)
            : before.since(begun - KEPT_MILLIS).replanned(known.book(), usual, group, begun);
    if (!now.equals(before)) {
      store.put(group, StoredBytes.of(now::write));
    }
    plans.put(group, new Planned(now, known.edition()));
    return now;
  }

  private GroupSettings usual(Role role) {
    return role.equals(Role.UNKNOWN)
        ? defaults
        : defaults.with(Policy.ofRole(role.tier(), role.workload()));
  }

  /** The group's role has changed, so its plan may. */
  public void makeAnew(String group) {
    plans.remove(group);
  }

  /** Deletes the group's plan; it will have one made anew. */
  public void forget(String group) {
    plans.remove(group);
    store.delete(group);
  }

  /** The plan that holds for what is stored of a group; null when it has none. */
  public static SettingsPlan stored(KeyValueStore<String, byte[]> store, String group) {
    byte[] bytes = store.get(group);
    try {
      return bytes == null ? null : SettingsPlan.read(StoredBytes.in(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("The stored plan of group " + group + " ends too early", e);
    }
  }
}
