package io.peerwatch.streams.policy;

import io.peerwatch.detection.inventory.Role;
import io.peerwatch.detection.policy.GroupSettings;
import io.peerwatch.streams.state.StoreNames;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** What plans are made of: the defaults, and the policies as they become known. */
public record GroupPlanning(GroupSettings defaults, LivePolicies policies) {

  /**
   * The plans of one task.
   *
   * @param roles what a group does where no policy says so
   */
  public GroupPlans of(ProcessorContext<?, ?> context, Function<String, Role> roles) {
    return new GroupPlans(context.getStateStore(StoreNames.PLANS), defaults, policies, roles);
  }

  /** Which records that are no policy one task has yet to tell. */
  public RefusedPolicies refused(ProcessorContext<?, ?> context) {
    return new RefusedPolicies(
        context.getStateStore(StoreNames.PLANS), policies, context.taskId().partition());
  }
}
