package io.peerwatch.local.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Errors told by their code. */
final class Refusals {
  private Refusals() {}

  static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      int errorCode, ThrowingCallable call) {
    var thrown = assertThatThrownBy(call).isInstanceOf(RegistryException.class);
    thrown
        .asInstanceOf(InstanceOfAssertFactories.type(RegistryException.class))
        .extracting(RegistryException::errorCode)
        .isEqualTo(errorCode);
    return thrown;
  }
}
