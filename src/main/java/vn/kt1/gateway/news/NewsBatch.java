package vn.kt1.gateway.news;

import java.util.List;
import java.util.UUID;

/** News of one partner that go into one file, held under a lease until the file is kept. */
public record NewsBatch(UUID lease, String partner, List<NewsRow> rows) {

  public NewsBatch {
    rows = List.copyOf(rows);
  }
}
