package vn.kt1.gateway.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Operators;
import vn.kt1.gateway.dispatch.Dispatch;
import vn.kt1.gateway.dispatch.DispatchSettings;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.held.HeldSettings;
import vn.kt1.gateway.held.Reconsideration;
import vn.kt1.gateway.news.NewsSettings;
import vn.kt1.gateway.notice.NoticeSettings;
import vn.kt1.gateway.policy.RoutingPolicy;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.post.Orders;
import vn.kt1.gateway.post.OrdersSettings;
import vn.kt1.gateway.post.PgpSettings;
import vn.kt1.gateway.post.PostAnswer;
import vn.kt1.gateway.post.PostAnswers;
import vn.kt1.gateway.post.PostSettings;
import vn.kt1.gateway.reconciliation.ReconciliationSettings;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.tariff.TariffSettings;
import vn.kt1.gateway.tracking.PollSettings;
import vn.kt1.testing.AnEnvelope;
import vn.kt1.testing.Database;
import vn.kt1.testing.HandClock;

/** The ledger with its database and a clock in the test's hand, and nothing else of the house. */
public final class Room implements AutoCloseable {

  public static final String MORNING = "2026-11-22T09:00:00+07:00";

  public static final PollSettings.Changes CHANGES =
      new PollSettings.Changes(Duration.ofMinutes(15), 2);

  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  public final HandClock clock = new HandClock(MORNING);
  public final Database database;
  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  public Room() {
    this(Duration.ZERO);
  }

  /** Orders wait for one another so long. */
  public Room(Duration collect) {
    this(Path.of("src/test/resources/sandbox/config"), Database.fresh(), collect);
  }

  /** A gateway with that configuration on that database. */
  public Room(Path config, Database database) {
    this(config, database, Duration.ZERO);
  }

  private Room(Path config, Database database, Duration collect) {
    this.database = database;
    beans.registerBean(
        DataSource.class, database::dataSource, bean -> bean.setDestroyMethodName(""));
    beans.registerBean(
        PlatformTransactionManager.class, () -> new JdbcTransactionManager(database.dataSource()));
    beans.registerBean(
        TransactionTemplate.class,
        () -> new TransactionTemplate(beans.getBean(PlatformTransactionManager.class)));
    beans.registerBean(JdbcClient.class, this::client);
    beans.registerBean(Clock.class, () -> clock);
    beans.registerBean(Directory.class, () -> DirectoryFolder.read(config));
    beans.registerBean(
        DispatchSettings.class,
        () -> new DispatchSettings(Duration.ofSeconds(60), Duration.ofSeconds(60)));
    beans.registerBean(
        PollSettings.class, () -> new PollSettings(2, Duration.ofSeconds(10), CHANGES));
    beans.registerBean(
        OrdersSettings.class, () -> new OrdersSettings(collect, 3, Duration.ofDays(1)));
    beans.registerBean(HeldSettings.class, () -> new HeldSettings(Duration.ofDays(1)));
    beans.registerBean(
        NewsSettings.class,
        () -> new NewsSettings(Duration.ofMinutes(5), 1000, Duration.ofDays(1)));
    beans.registerBean(
        Reconsideration.class,
        () -> (handOff, answered, vouched) -> policy().reconsider(handOff, answered, vouched));
    beans.register(Transactions.class);
    beans.registerBean(PostSettings.class, () -> new PostSettings(new PgpSettings("", "", "")));
    beans.registerBean(NoticeSettings.class, () -> new NoticeSettings(20, 3));
    beans.registerBean(ReconciliationSettings.class, Room::reconciliation);
    beans.registerBean(TariffSettings.class, () -> new TariffSettings(Duration.ofDays(30)));
    beans.registerBean(Operators.class, () -> new Operators(""));
    beans.scan(
        Stream.of(
                "database dispatch evidence held incident ledger news notice post status tariff"
                    .concat(" reconciliation tracking")
                    .split(" "))
            .map(room -> "vn.kt1.gateway." + room)
            .toArray(String[]::new));
    beans.addBeanFactoryPostProcessor(
        all ->
            Stream.of(all.getBeanDefinitionNames())
                .forEach(name -> all.getBeanDefinition(name).setLazyInit(true)));
    beans.refresh();
  }

  private static ReconciliationSettings reconciliation() {
    return new ReconciliationSettings(
        "02:00",
        Duration.ofDays(60),
        Duration.ofHours(1),
        Duration.ofDays(1),
        Duration.ofDays(7),
        Duration.ofDays(3),
        Duration.ofHours(1),
        20);
  }

  /** With faults told as in the gateway. */
  private JdbcClient client() {
    JdbcTemplate template = new JdbcTemplate(database.dataSource());
    template.setExceptionTranslator(get(SQLExceptionTranslator.class));
    return JdbcClient.create(template);
  }

  private RoutingPolicy policy() {
    return new RoutingPolicy(get(Directory.class), clock, Rules.all());
  }

  public <T> T get(Class<T> type) {
    return beans.getBean(type);
  }

  public JdbcClient sql() {
    return database.app();
  }

  public void empty() {
    database.empty();
    clock.set(MORNING);
  }

  /** What a partner hands over now, decided as in production. */
  public HandOff handOff(String partner, String sender, String id, Envelope... envelopes) {
    return new HandOff(
        partner, id, sender, clock.instant(), true, Sha256.of(id), List.of(envelopes));
  }

  /** Under which each hand-off comes in here. */
  static final String CORRELATION = "00000000-0000-4000-8000-00000000c0de";

  public Receipt register(HandOff handOff) {
    return register(handOff, null);
  }

  /** As a file that may go on, as one that is whole, or (null) as no file. */
  public Receipt register(HandOff handOff, @Nullable Boolean mayGoOn) {
    return get(Ledger.class).register(decided(handOff), CORRELATION, mayGoOn);
  }

  Decided decided(HandOff handOff) {
    return policy().decide(handOff);
  }

  /** A hand-off of so many classified envelopes; the ids of its shipments. */
  public List<String> classified(String sender, String id, int count) {
    Envelope[] envelopes =
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> AnEnvelope.named(id + "-" + number).to("G06.11").classified())
            .map(AnEnvelope::sealed)
            .toArray(Envelope[]::new);
    String partner = sender.startsWith("H24") ? "hp-eoffice" : "qn-eoffice";
    return register(handOff(partner, sender, id, envelopes)).shipments().stream()
        .map(Receipt.Line::shipmentId)
        .toList();
  }

  /** Keeps and sends all orders owed. */
  public void order() {
    Orders orders = get(Orders.class);
    for (int files = -1; files < count("order_file"); ) {
      files = count("order_file");
      orders.make(clock.instant());
    }
    send("post");
  }

  /** Everything that is due on a line arrives. */
  public void send(String line) {
    Dispatch dispatch = get(Dispatch.class);
    for (Parcel parcel = dispatch.claim(line); parcel != null; parcel = dispatch.claim(line)) {
      dispatch.sent(parcel);
    }
  }

  /** One shipment that the post has taken under that item code. */
  public String accepted(String id, String itemCode) {
    String shipment = classified("H24.16", id, 1).get(0);
    order();
    get(PostAnswers.class).apply(file("receipt-" + id, List.of(accepts(1, shipment, itemCode))));
    return shipment;
  }

  public PostAnswer accepts(int row, String shipmentId, String itemCode) {
    return new PostAnswer(
        row,
        Orders.orderId(shipmentId),
        shipmentId,
        PostAnswer.Result.ACCEPTED,
        ItemCode.of(itemCode),
        clock.instant(),
        "Bưu cục mẫu",
        50,
        null);
  }

  /** A receipt file. */
  public static PostFile<PostAnswer> file(String name, List<PostAnswer> rows) {
    return new PostFile<>(
        name, Sha256.of(name), taker -> rows.forEach(row -> taker.told(row.row(), row)));
  }

  /** A status file of rows that tell one event each. */
  public static PostFile<List<TrackingEvent>> statuses(String name, TrackingEvent... events) {
    return statuses(name, List.of(events), List.of());
  }

  public static PostFile<List<TrackingEvent>> statuses(
      String name, List<TrackingEvent> events, List<RowFault> faults) {
    return new PostFile<>(
        name,
        Sha256.of(name),
        taker -> {
          events.forEach(event -> taker.told(event.row(), List.of(event)));
          faults.forEach(taker::fault);
        });
  }

  public static TrackingEvent event(int row, String itemCode, String code, String at) {
    return event(row, itemCode, code, at, null);
  }

  public static TrackingEvent event(
      int row, String itemCode, String code, String at, @Nullable String location) {
    Instant when = OffsetDateTime.parse(at).toInstant();
    String source = Character.isDigit(code.charAt(0)) ? "myvnp" : "upu";
    return new TrackingEvent(
        row, source, ItemCode.of(itemCode), code, null, when, location, null, false);
  }

  /** News of it can come: the clock stands no earlier than any of these events. */
  public TrackingEvent[] happened(TrackingEvent... events) {
    for (TrackingEvent event : events) {
      if (event.occurredAt().isAfter(clock.instant())) {
        clock.advance(Duration.between(clock.instant(), event.occurredAt()));
      }
    }
    return events;
  }

  public String state(String shipmentId) {
    return sql()
        .sql("select state from shipment where shipment_id = ?")
        .param(shipmentId)
        .query(String.class)
        .single();
  }

  public int count(String from) {
    return sql().sql("select count(*) from " + from).query(Integer.class).single();
  }

  @Override
  public void close() {
    beans.close();
    database.close();
  }
}
