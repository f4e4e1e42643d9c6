package io.peerwatch.detection.capacity;

/**
 * The requests that a group serves and those that it could; null where not known.
 *
 * @param requestRate requests per second of the group
 * @param requestsPerMinutePerHost mean over the judged hosts
 * @param atTarget requests per minute that one host of the median size carries at the target
 * @param atTargetError standard error of that
 * @param atCeiling the same at the ceiling
 * @param atCeilingError standard error of that
 * @param saturated requests per minute of one host beyond which more no longer get through; null
 *     when it was never seen
 */
public record Work(
    Double requestRate,
    Double requestsPerMinutePerHost,
    Double atTarget,
    Double atTargetError,
    Double atCeiling,
    Double atCeilingError,
    Double saturated) {}
