package vn.kt1.gateway.server;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;

/** Gives back the load that a call has taken once its answer is sent, however long that takes. */
public record GiveBack(Loads.Taken taken) implements AsyncListener {

  public static void afterwards(HttpServletRequest request, Loads.Taken taken) {
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new GiveBack(taken));
    } else {
      taken.giveBack();
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    taken.giveBack();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}

  @Override
  public void onTimeout(AsyncEvent event) {}

  @Override
  public void onError(AsyncEvent event) {}
}
