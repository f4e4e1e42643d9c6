/** Many independent pieces of work on several threads, whose results don't depend on how many. */
package io.peerwatch.proof.evaluate.work;
