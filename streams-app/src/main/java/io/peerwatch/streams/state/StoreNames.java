package io.peerwatch.streams.state;

/** Names of the state stores; a change orphans what is stored under the old name. */
public final class StoreNames {
  public static final String OPEN_WINDOWS = "open-windows";
  public static final String BASELINES = "baselines";
  public static final String EPISODES = "episodes";
  public static final String RAISED_ALERTS = "raised-alerts";
  public static final String LEDGER = "ledger";
  public static final String CAPACITY = "capacity";
  public static final String REFUSED = "refused";

  public static final String PLANS = "plans";
  public static final String POLICIES = "policies";
  public static final String INVENTORY = "inventory";

  private StoreNames() {}
}
