/** What the dashboard remembers: the newest of each topic, in bounded memory, lost at its end. */
package io.peerwatch.consumers.dashboard.latest;
