package vn.kt1.gateway.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Layout;

/**
 * Makes the codes of the configured layouts known to the database, before any file is read. One
 * that was known stays known: another gateway may have it from its own files.
 */
@Component
class LayoutCodes implements SmartInitializingSingleton {

  private final JdbcClient jdbc;
  private final PostFiles files;
  private final Directory directory;
  private final TransactionTemplate transaction;

  LayoutCodes(
      JdbcClient jdbc,
      PostFiles files,
      Directory directory,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.files = files;
    this.directory = directory;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @throws BadConfiguration when a code is read otherwise by which events stand on a timeline:
   *     what was applied cannot be unsaid by a file
   */
  @Override
  public void afterSingletonsInstantiated() {
    try {
      transaction.executeWithoutResult(status -> keep(RowJson.write(codes())));
    } catch (DataIntegrityViolationException applied) {
      throw new BadConfiguration(
          List.of(
              new Fault(
                  "post/*.yaml",
                  0,
                  "a code was given another meaning, and events were applied by the one it had",
                  "the meaning it had; a new code system (source) for files with new codes")));
    }
  }

  private List<Map<String, Object>> codes() {
    List<Map<String, Object>> codes = new ArrayList<>();
    for (Layout layout : directory.layouts()) {
      layout
          .codes()
          .forEach(
              (code, meaning) ->
                  codes.add(
                      Map.of(
                          "source", layout.source(),
                          "code", code,
                          "meaning", meaning.name(),
                          "state", meaning.state() == null ? "" : meaning.state().name(),
                          "layout", layout.feed())));
    }
    return codes;
  }

  private void keep(String codes) {
    files.queueBehindOtherNews();
    jdbc.sql(
            """
            insert into status_code (source, code, meaning, state, layout)
            select distinct on (source, code) source, code, meaning, nullif(state, ''), layout
            from jsonb_to_recordset(?::jsonb)
              l (source text, code text, meaning text, state text, layout text)
            order by source, code, layout
            on conflict (source, code) do update
              set meaning = excluded.meaning, state = excluded.state, layout = excluded.layout
              where (status_code.meaning, status_code.state, status_code.layout)
                is distinct from (excluded.meaning, excluded.state, excluded.layout)
            """)
        .param(codes)
        .update();
  }
}
