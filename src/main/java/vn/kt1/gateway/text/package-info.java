/**
 * Words and spellings: how people and programs write letters, names and times, and which words
 * reveal a degree or a document. Pure Java.
 */
@NullMarked
@ApplicationModule(
    displayName = "Text",
    allowedDependencies = {})
package vn.kt1.gateway.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
