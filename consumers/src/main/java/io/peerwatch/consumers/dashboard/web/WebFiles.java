package io.peerwatch.consumers.dashboard.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The page's files, read from the class path once; nothing else can be asked for. */
public final class WebFiles {
  private static final String OWN = "/io/peerwatch/consumers/dashboard/web/";
  private static final String UPLOT_VERSION =
      "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
  private static final String UPLOT = "/META-INF/resources/webjars/uplot/%s/dist/";

  private record WebFile(String contentType, byte[] content) {}

  private final Map<String, WebFile> byPath = new LinkedHashMap<>();

  public WebFiles() {
    add("/", OWN + "index.html");
    for (String name :
        new String[] {
          "favicon.svg",
          "css/theme.css",
          "css/layout.css",
          "css/parts.css",
          "js/main.js",
          "js/address.js",
          "js/alerts.js",
          "js/api.js",
          "js/dom.js",
          "js/empty.js",
          "js/evidence.js",
          "js/format.js",
          "js/groups.js",
          "js/header.js",
          "js/hosts.js",
          "js/overview.js",
          "js/pen.js",
          "js/plot.js",
          "js/room.js",
          "js/theme.js"
        }) {
      add("/" + name, OWN + name);
    }
    String uplot = UPLOT.formatted(uplotVersion());
    add("/vendor/uplot.js", uplot + "uPlot.esm.js");
    add("/vendor/uplot.css", uplot + "uPlot.min.css");
  }

  public void addTo(RoutesConfig routes) {
    byPath.forEach(
        (path, file) ->
            routes.get(
                path,
                ctx ->
                    ctx.contentType(file.contentType())
                        .header("Cache-Control", "no-cache")
                        .result(file.content())));
  }

  /** Paths that can be asked for. */
  Set<String> paths() {
    return byPath.keySet();
  }

  private void add(String path, String resource) {
    byPath.put(path, new WebFile(contentType(resource), read(resource)));
  }

  private static String contentType(String resource) {
    String ending = resource.substring(resource.lastIndexOf('.') + 1);
    return switch (ending) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("No content type for " + resource);
    };
  }

  private static String uplotVersion() {
    Properties properties = new Properties();
    try (InputStream in = open(UPLOT_VERSION)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static byte[] read(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = WebFiles.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("The dashboard is built without " + resource);
    }
    return in;
  }
}
