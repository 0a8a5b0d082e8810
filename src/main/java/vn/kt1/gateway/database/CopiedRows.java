package vn.kt1.gateway.database;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table by PostgreSQL's {@code copy … (format binary)}, many times faster
 * than statements: neither side writes and reads text.
 */
public final class CopiedRows {

  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int PIECE = 64 * 1024;

  /** PostgreSQL counts from 2000-01-01. */
  private static final long EPOCH_SECOND = 946_684_800;

  private final CopyIn copy;
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE + 4096);
  private final DataOutputStream out = new DataOutputStream(piece);

  private CopiedRows(CopyIn copy) throws IOException {
    this.copy = copy;
    out.write(SIGNATURE);
    out.writeInt(0); // no flags
    out.writeInt(0); // nothing more in the header
  }

  /** Writes one row of exactly as many cells as it was begun with. */
  public interface Rows {
    void write(CopiedRows to) throws IOException, SQLException;
  }

  /** In the transaction of the connection. */
  public static void into(Connection connection, String table, Rows rows) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table + " from stdin (format binary)");
    try {
      CopiedRows to = new CopiedRows(copy);
      rows.write(to);
      to.out.writeShort(-1);
      to.flush();
      copy.endCopy();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory has none
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  public CopiedRows row(int cells) throws IOException, SQLException {
    if (piece.size() >= PIECE) {
      flush();
    }
    out.writeShort(cells);
    return this;
  }

  public CopiedRows text(@Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    return this;
  }

  public CopiedRows uuid(UUID id) throws IOException {
    out.writeInt(16);
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
    return this;
  }

  public CopiedRows time(Instant at) throws IOException {
    out.writeInt(8);
    out.writeLong((at.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + at.getNano() / 1_000);
    return this;
  }

  public CopiedRows flag(boolean flag) throws IOException {
    out.writeInt(1);
    out.writeByte(flag ? 1 : 0);
    return this;
  }

  private void flush() throws SQLException {
    copy.writeToCopy(piece.toByteArray(), 0, piece.size());
    piece.reset();
  }
}
