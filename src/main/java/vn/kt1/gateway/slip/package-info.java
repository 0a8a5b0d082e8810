/**
 * The paper that travels with a hand-off: a posting-book page and one label per routed envelope.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.kt1.gateway.slip;
