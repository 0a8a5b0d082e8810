/** Migrations that are more than a script; Flyway finds them beside the scripts. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
