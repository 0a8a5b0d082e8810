package vn.kt1.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

@AnalyzeClasses(packages = "vn.kt1.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule vocabulary_policy_and_formats_are_plain_java =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..shipment..", "..policy..", "..intake.format..", "..table..", "..slip..")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.camel..", "org.springframework..", "java.sql..")
          .because("a lawyer, a property test and a benchmark run them without a container");

  @ArchTest
  static final ArchRule only_the_doors_touch_camel =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..web..",
              "..sftp..",
              "..mail..",
              "..dispatch..",
              "..watch..",
              "..command..",
              "..logbook..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..")
          .because("routes wire the write path; a bean takes a record and returns a record");

  @ArchTest
  static final ArchRule sql_stays_out_of_what_only_reads_and_decides =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..shipment..",
              "..text..",
              "..directory..",
              "..table..",
              "..intake..",
              "..policy..",
              "..slip..",
              "..tls..",
              "..web..",
              "..sftp..",
              "..mail..",
              "..console..",
              "..security..",
              "..server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.springframework.jdbc..")
          .because("a room that owns tables writes them itself; TablesTest says which");

  @ArchTest
  static final ArchRule time_is_injected =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("tests and the sandbox shift the clock");

  @ArchTest
  static final ArchRule one_clock_is_made =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("vn.kt1.gateway.GatewayConfiguration")
          .and()
          .resideOutsideOfPackages("..command..", "..startup..", "..watch..")
          .should()
          .callMethod(Clock.class, "systemUTC")
          .because("time has one source");

  @ArchTest
  static final ArchRule nothing_depends_on_what_watches_the_house =
      noClasses()
          .that()
          .resideOutsideOfPackages("..watch..", "..console..", "..command..", "..security..")
          .and()
          .doNotHaveSimpleName("GatewayApplication")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..watch..", "..console..", "..command..")
          .because("administration watches the house, it does not carry it");

  @ArchTest
  static final ArchRule no_names_that_say_nothing =
      classes()
          .should()
          .haveNameNotMatching(".*(Impl|Helper|Util|Utils|Manager|Dto)$")
          .because("names are those a postal clerk would use");

  @ArchTest
  static final ArchRule beans_are_given_what_they_need =
      noFields()
          .should()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
          .orShould()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
          .because("constructors show what a class needs");

  @ArchTest
  static final ArchRule the_exchange_stays_at_the_door =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackages("..web..", "..sftp..", "..mail..", "..dispatch..")
          .should()
          .haveRawParameterTypes(isExchange())
          .because("an exchange carries headers a stranger may have set");

  private static DescribedPredicate<List<JavaClass>> isExchange() {
    return DescribedPredicate.describe(
        "an Exchange",
        types -> types.stream().anyMatch(type -> type.getName().endsWith("camel.Exchange")));
  }
}
