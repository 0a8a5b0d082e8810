package vn.kt1.gateway.ledger;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Unavailable;

/**
 * Writes together what several callers bring at the same moment. A caller who finds nobody writing
 * writes at once. Those who come meanwhile wait, and then the first of them writes all who wait
 * with it. So a caller who is alone never waits, and no thread is needed.
 */
final class GroupCommit<T, R> {

  /** More callers than that do not wait. */
  static final int WAITING = 1000;

  /** What is written, and how. */
  interface Work<T, R> {
    /** Two items of one key are never in one group: the second comes after the first. */
    Object key(T item);

    /** Whether the group is full with so many items before this one. */
    boolean full(List<T> group, T next);

    /** Writes all of them or none; gives the result of each, in their order. */
    List<R> write(List<T> group);

    /** Whether one item may have caused it alone. Then each is written by itself. */
    boolean mayBeOfOne(RuntimeException failure);
  }

  private static final class Member<T, R> {
    final T item;
    final Condition turn;
    boolean waits = true;
    boolean done;
    @Nullable R result;
    @Nullable Throwable failure;

    Member(T item, Condition turn) {
      this.item = item;
      this.turn = turn;
    }

    @SuppressWarnings("NullAway") // a member that is done without a failure has a result
    R answer() {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException refused) {
        throw refused;
      }
      return result;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final Deque<Member<T, R>> queue = new ArrayDeque<>();
  private final Work<T, R> work;
  private final Duration patience;
  private boolean writing;
  private boolean closed;

  /**
   * @param patience so long a caller waits to be written at most; a write that has begun is awaited
   */
  GroupCommit(Work<T, R> work, Duration patience) {
    this.work = work;
    this.patience = patience;
  }

  /**
   * Returns when it is written, with what its write gave, or throws what that threw.
   *
   * @throws Unavailable when it is not written, since it has waited too long, or its thread was
   *     interrupted, or the gateway stops
   */
  R write(T item) {
    Member<T, R> member = join(item);
    long end = System.nanoTime() + patience.toNanos();
    for (List<Member<T, R>> group = turn(member, end);
        !group.isEmpty();
        group = turn(member, end)) {
      lead(group);
    }
    return member.answer();
  }

  /** So many wait now. */
  int waiting() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody comes in any more; those who wait are still written, or are told after a while. */
  void close() {
    lock.lock();
    try {
      closed = true;
      long left = patience.toNanos();
      while (left > 0 && (writing || !queue.isEmpty())) {
        left = ended.awaitNanos(left);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      for (Member<T, R> member : queue) {
        member.failure = new Unavailable("the gateway has stopped", null);
        end(member);
      }
      queue.clear();
      lock.unlock();
    }
  }

  private Member<T, R> join(T item) {
    lock.lock();
    try {
      if (closed || queue.size() >= WAITING) {
        throw new Unavailable(closed ? "the gateway stops" : "too many wait", null);
      }
      Member<T, R> member = new Member<>(item, lock.newCondition());
      queue.add(member);
      return member;
    } finally {
      lock.unlock();
    }
  }

  /** The group that this caller has to write now; none when its own item is done. */
  private List<Member<T, R>> turn(Member<T, R> own, long end) {
    lock.lock();
    try {
      while (!own.done) {
        if (own.waits && !writing) {
          List<Member<T, R>> group = take();
          writing = true;
          return group;
        }
        pause(own, end - System.nanoTime());
      }
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  private void pause(Member<T, R> own, long left) {
    if (!own.waits) {
      own.turn.awaitUninterruptibly();
      return;
    }
    long rest = 0;
    try {
      rest = own.turn.awaitNanos(left);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    if (rest <= 0 && own.waits) {
      queue.remove(own);
      wakeNext(); // it may have been woken itself in the meantime
      throw new Unavailable("it could not be written in time", null);
    }
  }

  private List<Member<T, R>> take() {
    List<Member<T, R>> group = new ArrayList<>();
    List<T> items = new ArrayList<>();
    Set<Object> keys = new HashSet<>();
    for (Member<T, R> next : queue) {
      if (work.full(items, next.item)) {
        break;
      }
      if (keys.add(work.key(next.item))) {
        group.add(next);
        items.add(next.item);
      }
    }
    queue.removeAll(new HashSet<>(group));
    group.forEach(member -> member.waits = false);
    return group;
  }

  private void lead(List<Member<T, R>> group) {
    // The others must not fail because the thread of this caller is stopped.
    boolean interrupted = Thread.interrupted();
    try {
      write(group);
    } finally {
      end(group, interrupted);
    }
  }

  private void end(List<Member<T, R>> group, boolean interrupted) {
    lock.lock();
    try {
      writing = false;
      group.forEach(GroupCommit::end);
      wakeNext();
      ended.signalAll();
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns false when the others need not try either. */
  private boolean write(List<Member<T, R>> group) {
    try {
      List<R> results = work.write(group.stream().map(member -> member.item).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).result = results.get(i);
      }
      return true;
    } catch (RuntimeException | Error failure) {
      boolean ofOne = failure instanceof RuntimeException refused && work.mayBeOfOne(refused);
      if (ofOne && group.size() > 1) {
        oneByOne(group);
      } else {
        group.forEach(member -> member.failure = failure);
      }
      return ofOne;
    }
  }

  private void oneByOne(List<Member<T, R>> group) {
    boolean go = true;
    Throwable last = null;
    for (Member<T, R> member : group) {
      if (go) {
        go = write(List.of(member));
        last = member.failure;
      } else {
        member.failure = last;
      }
    }
  }

  private void wakeNext() {
    if (!writing && !queue.isEmpty()) {
      queue.getFirst().turn.signal();
    }
  }

  private static void end(Member<?, ?> member) {
    if (!member.done && member.result == null && member.failure == null) {
      member.failure = new Unavailable("its group was not written", null);
    }
    member.done = true;
    member.waits = false;
    member.turn.signal();
  }
}
