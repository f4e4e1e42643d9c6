package io.peerwatch.streams.inventory;

import io.peerwatch.detection.inventory.ListedHost;
import io.peerwatch.streams.source.SourceRecord;

/**
 * One record of the inventory that was believed.
 *
 * @param known null when it ends the membership
 * @param source the record that it was made of
 */
public record Listing(String group, String host, ListedHost known, SourceRecord source) {}
