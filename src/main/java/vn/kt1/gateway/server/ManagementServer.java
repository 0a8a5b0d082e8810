package vn.kt1.gateway.server;

import org.springframework.context.annotation.Import;

/**
 * The management port has a Tomcat of its own, which knows nothing of what shapes the other: named
 * in {@code META-INF/spring/…ManagementContextConfiguration.imports}, and by no annotation, lest it
 * be found for the other too.
 */
@Import({Connections.class, LastResort.class})
class ManagementServer {}
