package io.peerwatch.local.registry;

import static io.peerwatch.local.registry.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static final byte[] NO_BODY = {};

  private final Router router = new Router();

  @BeforeEach
  void addRoutes() {
    router.on("GET", "/", request -> "root");
    router.on("GET", "/things/types", request -> "types");
    router.on("GET", "/things/{id}", request -> "thing " + request.path().get("id"));
    router.on("PUT", "/things/{id}/parts", request -> request.query().toString());
  }

  @Test
  void shouldFindTheFirstRouteThatFits() {
    assertThat(get("/")).isEqualTo("root");
    assertThat(get("/things/types")).isEqualTo("types");
    assertThat(get("/things/7")).isEqualTo("thing 7");
    assertThat(get("/things/7/")).isEqualTo("thing 7");
  }

  @Test
  void shouldDecodeNamesAfterSplittingTheAddress() {
    assertThat(get("/things/a%2Fb%20c+d")).isEqualTo("thing a/b c+d");
    assertThat(get("/things/%C3%BC")).isEqualTo("thing \u00fc");
    assertThat(router.answer("PUT", "/things/7/parts", "x=%3D1&y", NO_BODY))
        .isEqualTo("{x==1, y=}");
  }

  @Test
  void shouldTellAnUnknownAddressFromAnUnknownMethod() {
    assertRefused(404, () -> get("/nothing"));
    assertRefused(404, () -> get("/things//parts"));
    assertRefused(405, () -> get("/things/7/parts"));
    assertRefused(400, () -> get("/things/%zz"));
  }

  private Object get(String path) {
    return router.answer("GET", path, null, NO_BODY);
  }
}
