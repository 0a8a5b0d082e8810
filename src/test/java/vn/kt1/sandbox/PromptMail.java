package vn.kt1.sandbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A GreenMail that answers at once: by itself it writes an answer in small pieces, and TCP holds
 * each back for 40 ms, until the client has acknowledged the one before.
 */
final class PromptMail extends GreenMail {

  private static final class Prompt extends AbstractServer {
    private final Function<Socket, ProtocolHandler> protocol;

    Prompt(ServerSetup setup, Managers managers, Function<Socket, ProtocolHandler> protocol) {
      super(setup, managers);
      this.protocol = protocol;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
      try {
        client.setTcpNoDelay(true);
      } catch (SocketException e) {
        throw new UncheckedIOException(e);
      }
      return protocol.apply(client);
    }
  }

  PromptMail(ServerSetup... setups) {
    super(setups);
  }

  @Override
  protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers all) {
    Map<String, Function<Socket, ProtocolHandler>> protocols =
        Map.of(
            ServerSetup.PROTOCOL_SMTP,
            client -> new SmtpHandler(new SmtpCommandRegistry(), all.getSmtpManager(), client),
            ServerSetup.PROTOCOL_IMAP,
            client -> new ImapHandler(all.getUserManager(), all.getImapHostManager(), client));
    Map<String, AbstractServer> services = new HashMap<>();
    for (ServerSetup setup : setups) {
      String name = setup.getProtocol();
      services.put(name, new Prompt(setup, all, protocols.get(name)));
    }
    return services;
  }

  /** Where it listens for that protocol. */
  int port(String protocol) {
    return services.get(protocol).getPort();
  }
}
