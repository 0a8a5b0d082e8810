/** One rule a class; {@link vn.kt1.gateway.policy.rules.Rules} lists them. */
@NullMarked
@NamedInterface("rules")
package vn.kt1.gateway.policy.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
