package vn.kt1.gateway.routes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** Camel and the routes, one context for all tests that say so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CamelSpringBootTest
@TestConstructor(autowireMode = AutowireMode.ALL)
@ContextConfiguration(classes = RoutesAlone.class, loader = WithoutInspection.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.NONE,
    properties = {
      // Else config/ of the checkout would be read as well.
      "spring.config.location=classpath:/application.yaml",
      "logging.structured.format.console=",
      "logging.level.vn.kt1=WARN",
      "logging.level.org.apache.camel.impl.engine=WARN",
      // Failures within failures are wanted here.
      "logging.level.org.apache.camel.processor.FatalFallbackErrorHandler=OFF"
    })
@interface WithRoutes {}
