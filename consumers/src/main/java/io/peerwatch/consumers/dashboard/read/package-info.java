/**
 * How records of Peerwatch's topics get into the dashboard's memory, and what went wrong on the
 * way.
 */
package io.peerwatch.consumers.dashboard.read;
