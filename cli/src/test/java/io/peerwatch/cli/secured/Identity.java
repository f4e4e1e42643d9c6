package io.peerwatch.cli.secured;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/**
 * A key and its certificate, made by the JDK's keytool, and the authority that signed it, for those
 * who are to trust it.
 */
final class Identity {
  static final String PASSWORD = "geheim-store";
  private static final String AUTHORITY = "authority";

  private final Path keyStore;
  private final Path trustStore;

  private Identity(Path keyStore, Path trustStore) {
    this.keyStore = keyStore;
    this.trustStore = trustStore;
  }

  /** Of a server on this machine, by address and by name. */
  static Identity server(Path folder) throws Exception {
    return make(folder, "server", "-ext", "san=ip:127.0.0.1,dns:localhost", "-validity", "2");
  }

  /** The same, three days too old. */
  static Identity expired(Path folder) throws Exception {
    return make(
        folder,
        "expired",
        "-ext",
        "san=ip:127.0.0.1,dns:localhost",
        "-startdate",
        "-5d",
        "-validity",
        "2");
  }

  /** Of a server that lives elsewhere. */
  static Identity elsewhere(Path folder) throws Exception {
    return make(folder, "elsewhere", "-ext", "san=dns:registry.example", "-validity", "2");
  }

  /** Of a user, whose name is the certificate's. */
  static Identity user(Path folder, String name) throws Exception {
    return make(folder, name, "-validity", "2");
  }

  Path keyStore() {
    return keyStore;
  }

  Path trustStore() {
    return trustStore;
  }

  /** Keytool signs with a key of the same store only, so each is moved into a store of its own. */
  private static Identity make(Path folder, String name, String... options) throws Exception {
    Path both = folder.resolve(name + "-and-authority.p12");
    generate(both, AUTHORITY, "-ext", "bc:c", "-startdate", "-9d", "-validity", "20");
    List<String> signed = new ArrayList<>(List.of("-signer", AUTHORITY));
    signed.addAll(List.of(options));
    generate(both, name, signed.toArray(String[]::new));
    char[] password = PASSWORD.toCharArray();
    KeyStore made = KeyStore.getInstance(both.toFile(), password);
    KeyStore own = empty();
    own.setKeyEntry(name, made.getKey(name, password), password, made.getCertificateChain(name));
    KeyStore trusted = empty();
    trusted.setCertificateEntry(AUTHORITY, made.getCertificate(AUTHORITY));
    return new Identity(
        store(own, folder.resolve(name + "-keys.p12")),
        store(trusted, folder.resolve(name + "-trust.p12")));
  }

  private static KeyStore empty() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Path store(KeyStore store, Path file) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private static void generate(Path keys, String name, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name));
    command.addAll(List.of("-keyalg", "EC", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(options));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] said = keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).as(new String(said, StandardCharsets.UTF_8)).isZero();
  }
}
