package io.peerwatch.schemas.settings;

import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.BASIC_AUTH_CREDENTIALS_SOURCE;
import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.USER_INFO_CONFIG;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The registry's addresses. */
public final class RegistryUrl {
  private RegistryUrl() {}

  /** One URL after the other, as the client tries them. */
  public static List<String> split(String registryUrl) {
    return Stream.of(registryUrl.split(",", -1))
        .map(String::strip)
        .filter(url -> !url.isEmpty())
        .toList();
  }

  /**
   * The same URLs without user and password, which the client would write into its log. They move
   * to where Confluent's client looks for them otherwise.
   *
   * @param properties gets the credentials that the URLs carried, if any
   */
  static String withoutUserInfo(String registryUrl, Map<String, String> properties) {
    var urls = split(registryUrl).stream().map(url -> withoutUserInfo(parse(url), properties));
    var joined = String.join(",", urls.toList());
    if (joined.isEmpty()) {
      throw new SettingsException(
          "no schema registry given: name one as http://host:port (--registry)");
    }
    return joined;
  }

  private static String withoutUserInfo(URI url, Map<String, String> properties) {
    if (url.getRawUserInfo() == null) {
      return url.toString();
    }
    properties.put(BASIC_AUTH_CREDENTIALS_SOURCE, "USER_INFO");
    var before = properties.put(USER_INFO_CONFIG, url.getUserInfo());
    if (before != null && !before.equals(url.getUserInfo())) {
      throw new SettingsException(
          "the schema registry has one user for all its URLs: give it once (basic.auth.user.info)");
    }
    return url.toString().replaceFirst("//[^@/]*@", "//");
  }

  private static URI parse(String url) {
    try {
      var uri = new URI(url);
      var scheme = uri.getScheme();
      if (("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw notAUrl(e.getReason());
    }
    throw notAUrl("it has no http:// or https:// with a host");
  }

  /** Without the text itself: it may hold a password. */
  private static SettingsException notAUrl(String why) {
    return new SettingsException(
        "the schema registry's address is not http(s)://host:port: %s (--registry)".formatted(why));
  }
}
