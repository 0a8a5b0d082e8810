package vn.kt1.gateway.sftp;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.shipment.Rejected;

/**
 * A polled folder: where its files go, what is answered, who promised a checksum, the partner whose
 * files they are (null: the post), and who counts files that are refused unread.
 */
record Drop(
    DropLayout layout,
    DropAnswers answers,
    Predicate<String> checksumRequired,
    Function<String, @Nullable Caller> owner,
    Consumer<Rejected> refused) {}
