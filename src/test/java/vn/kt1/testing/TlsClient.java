package vn.kt1.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A client of TLS that believes one authority and shows its own certificate, asked for it or not.
 */
public final class TlsClient {

  private final SSLContext context;
  private final HttpClient client;

  public TlsClient(Authority believed, @Nullable Signer own) {
    try {
      KeyStore trust = KeyStore.getInstance("PKCS12");
      trust.load(null, null);
      trust.setCertificateEntry("believed", believed.certificate());
      TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
      trusted.init(trust);
      context = SSLContext.getInstance("TLS");
      KeyManager[] shown = own == null ? new KeyManager[0] : new KeyManager[] {new Shown(own)};
      context.init(shown, trusted.getTrustManagers(), null);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
    client = HttpClient.newBuilder().sslContext(context).build();
  }

  /** A GET where there is no body; {@code authorization} may be empty. */
  public HttpResponse<String> call(String url, String authorization, String json)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** A line whose handshake is done. */
  public SSLSocket connect(int port, String[] protocols, String... ciphers) throws IOException {
    SSLSocket line = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
    line.setSoTimeout(10_000);
    line.setEnabledProtocols(protocols);
    if (ciphers.length > 0) {
      line.setEnabledCipherSuites(ciphers);
    }
    try {
      line.startHandshake();
      return line;
    } catch (IOException e) {
      line.close();
      throw e;
    }
  }

  /** What a server shows to a new line. */
  public X509Certificate shownBy(int port) throws IOException {
    try (SSLSocket line = connect(port, new String[] {"TLSv1.3"})) {
      return (X509Certificate) line.getSession().getPeerCertificates()[0];
    }
  }

  /** Java's own would show nothing to a server that does not name the issuer. */
  private static final class Shown extends X509ExtendedKeyManager {
    private static final String ALIAS = "own";
    private final Signer own;

    Shown(Signer own) {
      this.own = own;
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return ALIAS;
    }

    @Override
    public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
      return ALIAS;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[] {own.certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return own.keys().getPrivate();
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return null;
    }
  }
}
