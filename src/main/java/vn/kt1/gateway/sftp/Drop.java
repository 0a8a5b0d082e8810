package vn.kt1.gateway.sftp;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Whose folders are polled: where files go, what is answered, who promised a checksum, whom the
 * files of a folder are from (null: the post), and who counts what is refused unread.
 */
record Drop(
    DropLayout layout,
    DropAnswers answers,
    Predicate<String> checksumRequired,
    Function<String, @Nullable Caller> owner,
    Consumer<Rejected> refused) {}
