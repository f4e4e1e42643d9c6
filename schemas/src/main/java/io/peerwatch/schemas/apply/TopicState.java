package io.peerwatch.schemas.apply;

import java.util.Map;

/**
 * A topic as it is on the cluster.
 *
 * @param name full, with its prefix
 * @param partitions at least 1
 * @param replicas copies of the partition that has the fewest
 * @param config its settings by Kafka's names, those of the broker's defaults included
 */
record TopicState(String name, int partitions, int replicas, Map<String, String> config) {}
