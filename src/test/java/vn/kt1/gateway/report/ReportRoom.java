package vn.kt1.gateway.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Operators;
import vn.kt1.gateway.dispatch.DispatchSettings;
import vn.kt1.gateway.held.HeldSettings;
import vn.kt1.gateway.held.Reconsideration;
import vn.kt1.gateway.ledger.Ledger;
import vn.kt1.gateway.news.NewsSettings;
import vn.kt1.gateway.notice.NoticeSettings;
import vn.kt1.gateway.policy.RoutingPolicy;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.post.OrdersSettings;
import vn.kt1.gateway.post.PgpSettings;
import vn.kt1.gateway.post.PostSettings;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.tariff.TariffSettings;
import vn.kt1.gateway.tracking.PollSettings;
import vn.kt1.testing.Database;
import vn.kt1.testing.HandClock;

/** One gateway's report room: a database it may share with another, and a clock of its own. */
final class ReportRoom implements AutoCloseable {

  static final String NOVEMBER = "2026-11-24T09:00:00+07:00";

  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  final HandClock clock = new HandClock(NOVEMBER);
  final Database database;
  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  ReportRoom(Database database) {
    this(database, Path.of("src/test/resources/sandbox/config"));
  }

  ReportRoom(Database database, Path config) {
    this.database = database;
    beans.registerBean(
        DataSource.class, database::dataSource, bean -> bean.setDestroyMethodName(""));
    beans.registerBean(
        PlatformTransactionManager.class, () -> new JdbcTransactionManager(database.dataSource()));
    beans.registerBean(
        TransactionTemplate.class,
        () -> new TransactionTemplate(beans.getBean(PlatformTransactionManager.class)));
    beans.registerBean(JdbcClient.class, database::app);
    beans.registerBean(Clock.class, () -> clock);
    beans.registerBean(Directory.class, () -> DirectoryFolder.read(config));
    Duration minute = Duration.ofMinutes(1);
    beans.registerBean(DispatchSettings.class, () -> new DispatchSettings(minute, minute));
    beans.registerBean(
        PollSettings.class, () -> new PollSettings(2, minute, new PollSettings.Changes(minute, 2)));
    beans.registerBean(OrdersSettings.class, () -> new OrdersSettings(minute, 3, minute));
    beans.registerBean(HeldSettings.class, () -> new HeldSettings(minute));
    beans.registerBean(NewsSettings.class, () -> new NewsSettings(minute, 9, minute));
    beans.registerBean(
        Reconsideration.class,
        () -> new RoutingPolicy(get(Directory.class), clock, Rules.all())::reconsider);
    beans.registerBean(
        ReportSettings.class, () -> new ReportSettings(5, Duration.ofDays(90), minute, minute));
    beans.register(Transactions.class);
    beans.registerBean(PostSettings.class, () -> new PostSettings(new PgpSettings("", "", "")));
    beans.registerBean(NoticeSettings.class, () -> new NoticeSettings(20, 3));
    beans.registerBean(Operators.class, () -> new Operators(""));
    beans.registerBean(TariffSettings.class, () -> new TariffSettings(Duration.ofDays(30)));
    beans.scan(
        Stream.of(
                "database dispatch evidence held incident ledger news notice post report status tariff tracking"
                    .split(" "))
            .map(room -> "vn.kt1.gateway." + room)
            .toArray(String[]::new));
    beans.addBeanFactoryPostProcessor(
        all ->
            Stream.of(all.getBeanDefinitionNames())
                .forEach(name -> all.getBeanDefinition(name).setLazyInit(true)));
    beans.refresh();
  }

  <T> T get(Class<T> type) {
    return beans.getBean(type);
  }

  /** One tick; the final reports that were made by then and had not been before. */
  List<ReportJob> tick() {
    return all().stream().filter(job -> job.job().equals("report")).toList();
  }

  /** One tick; all that was made. */
  List<ReportJob> all() {
    List<ReportJob> before = made();
    jobs().make();
    return made().stream().filter(job -> !before.contains(job)).toList();
  }

  List<ReportJob> made() {
    return database
        .app()
        .sql(
            """
            select job, period, province from report_job
            where done_at is not null order by done_at, province, job
            """)
        .query(ReportJob.class)
        .list();
  }

  ReportJobs jobs() {
    return get(ReportJobs.class);
  }

  void handOver(String sender, String id, Envelope... envelopes) {
    String partner = sender.startsWith("H24") ? "hp-eoffice" : "qn-eoffice";
    HandOff handOff =
        new HandOff(partner, id, sender, clock.instant(), true, Sha256.of(id), List.of(envelopes));
    RoutingPolicy policy = new RoutingPolicy(get(Directory.class), clock, Rules.all());
    get(Ledger.class).register(policy.decide(handOff), null, null);
  }

  int count(String from) {
    return database.app().sql("select count(*) from " + from).query(Integer.class).single();
  }

  @Override
  public void close() {
    beans.close();
  }
}
