package vn.kt1.gateway.sftp;

import com.jcraft.jsch.JSchHostKeyException;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.logbook.Cause;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Trouble;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Tells the operators, once a day for each server, when an SFTP server shows an unknown host key:
 * the key was changed, or this is another machine. Nothing is sent to it. Work goes on by itself
 * once the key is known.
 */
@Component
class HostKeys {

  private static final Logger LOG = LoggerFactory.getLogger(HostKeys.class);
  private final CamelContext context;
  private final Clock clock;
  private final Map<String, LocalDate> told = new ConcurrentHashMap<>();

  HostKeys(CamelContext context, Clock clock) {
    this.context = context;
    this.clock = clock;
  }

  void failed(SftpSettings server, Throwable failure) {
    failed(server.host(), server.port(), failure);
  }

  void failed(Endpoint endpoint, Throwable failure) {
    if (endpoint instanceof RemoteFileEndpoint<?> remote) {
      failed(remote.getConfiguration().getHost(), remote.getConfiguration().getPort(), failure);
    }
  }

  private void failed(String host, int port, Throwable failure) {
    if (!isStrange(failure)) {
      return;
    }
    String server = host + ":" + port;
    LocalDate today = VietnamTime.day(clock.instant());
    if (!today.equals(told.put(server, today))) {
      alarm(server, today);
    }
  }

  private static boolean isStrange(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof JSchHostKeyException) {
        return true;
      }
    }
    return false;
  }

  private void alarm(String server, LocalDate today) {
    Trouble trouble =
        new Trouble("host-key", server + "-" + today, Text.of("trouble.host-key", server));
    try (ProducerTemplate operators = context.createProducerTemplate()) {
      operators.sendBody("direct:trouble", trouble);
    } catch (IOException | RuntimeException e) {
      LOG.warn("a strange host key could not be told yet: {}", Cause.of(e).line(""));
      told.remove(server, today);
    }
  }
}
