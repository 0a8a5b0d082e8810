package vn.kt1.gateway.server;

import org.springframework.context.annotation.Import;

/**
 * The settings of the Tomcat of the management port, which the customizers of the main port do not
 * reach. The class is named in {@code META-INF/spring/…ManagementContextConfiguration.imports}. It
 * has no annotation, or the main port would find it too.
 */
@Import({Connections.class, LastResort.class})
class ManagementServer {}
