/** Writing what people say: silences, the inventory, feedback. */
package io.peerwatch.producers.operate;
