/** What a browser gets: the page, and the answers that it asks for every few seconds. */
package io.peerwatch.consumers.dashboard.web;
