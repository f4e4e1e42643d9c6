package io.peerwatch.proof.evaluate.work;

import io.peerwatch.schemas.progress.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Pieces of work that share nothing. They are done on several threads, the longest first, and their
 * results are taken on the caller's thread in the order in which the pieces were added: what comes
 * out never depends on the number of threads.
 */
public final class Work {
  private static final class Piece<T> {
    final double cost;
    private final Function<Advance, T> work;
    private final Consumer<T> take;
    private double told;

    Piece(double cost, Function<Advance, T> work, Consumer<T> take) {
      this.cost = Math.max(1, cost);
      this.work = work;
      this.take = take;
    }

    Runnable done(DoubleAdder costDone) {
      T result = work.apply(share -> tell(share, costDone));
      tell(1, costDone);
      return () -> take.accept(result);
    }

    private void tell(double share, DoubleAdder costDone) {
      costDone.add((share - told) * cost);
      told = share;
    }
  }

  private static final long LOOK_MILLIS = 200;

  private final List<Piece<?>> pieces = new ArrayList<>();

  /**
   * @param cost how long it takes beside the others, in any unit, 1 or more: progress goes by it
   * @param work does it, and says how far it has come
   * @param take hears what came out, on the thread that calls {@link #run}
   */
  public <T> void add(double cost, Function<Advance, T> work, Consumer<T> take) {
    pieces.add(new Piece<>(cost, work, take));
  }

  /**
   * Does everything.
   *
   * @param threads 1 or more
   */
  public void run(int threads, String what, Progress progress) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      var costDone = new DoubleAdder();
      List<Future<Runnable>> results = submitted(pool, costDone);
      long total = pieces.stream().mapToLong(piece -> (long) Math.ceil(piece.cost)).sum();
      for (Future<Runnable> result : results) {
        while (!result.isDone()) {
          progress.report(what, (long) costDone.sum(), total);
          Thread.sleep(LOOK_MILLIS);
        }
        result.get().run();
      }
      progress.report(what, total, total);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + what, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("failed while " + what + ": " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Future<Runnable>> submitted(ExecutorService pool, DoubleAdder costDone) {
    List<Piece<?>> longestFirst = new ArrayList<>(pieces);
    longestFirst.sort(Comparator.comparingDouble(piece -> -piece.cost));
    var futures = new IdentityHashMap<Piece<?>, Future<Runnable>>();
    for (Piece<?> piece : longestFirst) {
      futures.put(piece, pool.submit(() -> piece.done(costDone)));
    }
    List<Future<Runnable>> inOrder = new ArrayList<>();
    pieces.forEach(piece -> inOrder.add(futures.get(piece)));
    return inOrder;
  }
}
