package vn.kt1.gateway.server;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;

/** Tells when a thread begins to serve a request, and when it stops. */
final class Answered implements Adapter {

  /** Is told about one request. */
  interface Call {
    /** A request has arrived. */
    void begins();

    /** A thread continues the request. */
    void goesOn();

    /** The thread leaves the request, for now or for good. */
    void ends();
  }

  private final Adapter adapter;
  private @Nullable Call call;

  Answered(Adapter adapter) {
    this.adapter = adapter;
  }

  void tell(Call told) {
    call = told;
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    if (call != null) {
      call.begins();
    }
    try {
      adapter.service(request, response);
    } finally {
      ended();
    }
  }

  @Override
  public boolean asyncDispatch(Request request, Response response, SocketEvent event)
      throws Exception {
    if (call != null) {
      call.goesOn();
    }
    try {
      return adapter.asyncDispatch(request, response, event);
    } finally {
      ended();
    }
  }

  private void ended() {
    if (call != null) {
      call.ends();
    }
  }

  @Override
  public boolean prepare(Request request, Response response) throws Exception {
    return adapter.prepare(request, response);
  }

  @Override
  public void log(Request request, Response response, long time) {
    adapter.log(request, response, time);
  }

  @Override
  public void checkRecycled(Request request, Response response) {
    adapter.checkRecycled(request, response);
  }

  @Override
  public String getDomain() {
    return adapter.getDomain();
  }
}
