package vn.kt1.gateway.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Events that are on their way into the database. */
final class EventsWriting {

  static final EventsWriting DONE = new EventsWriting(CompletableFuture.completedFuture(null));

  private final CompletableFuture<Void> end;

  private EventsWriting(CompletableFuture<Void> end) {
    this.end = end;
  }

  /** In a thread of its own. */
  static EventsWriting of(Runnable writing) {
    return new EventsWriting(
        CompletableFuture.runAsync(writing, task -> new Thread(task, "events-writing").start()));
  }

  /** Waits for the end, and fails as the writing has failed. */
  void await() {
    try {
      end.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Waits for the end, however it ends. */
  void awaitEnd() {
    end.handle((done, failure) -> done).join();
  }
}
