package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.kt1.testing.Database;

/** Every index costs each write, so each is written down with the query that needs it. */
class IndexesIT {

  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @Test
  void each_index_stands_in_docs_data_with_its_query() throws IOException {
    try (Database database = Database.fresh()) {
      List<String> there =
          database
              .owner()
              .sql(
                  """
                  select indexname from pg_indexes i where schemaname = 'public'
                    and tablename not like 'qrtz\\_%' and tablename <> 'flyway_schema_history'
                    and not exists (select from pg_constraint c where c.conname = i.indexname)
                  """)
              .query(String.class)
              .list();
      assertThat(written()).containsExactlyInAnyOrderElementsOf(there);
    }
  }

  private static List<String> written() throws IOException {
    String text = Files.readString(Path.of("docs/data.md")).split("## Indexes", 2)[1];
    return text.split("\n## ", 2)[0]
        .lines()
        .skip(3) // what the list is
        .flatMap(line -> NAME.matcher(line).results())
        .map((MatchResult name) -> name.group(1))
        .toList();
  }
}
