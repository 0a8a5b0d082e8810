package vn.kt1.gateway.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Reads a row of {@code dispatch}. */
final class ParcelRow {

  private static final UUID NOBODY = new UUID(0, 0);
  private static final byte[] GONE = {};

  private ParcelRow() {}

  static Parcel read(ResultSet row, Kind kind) throws SQLException {
    return new Parcel(
        row.getString("dispatch_id"),
        Optional.ofNullable(row.getObject("lease", UUID.class)).orElse(NOBODY),
        row.getInt("attempts"),
        kind.name(),
        kind.folder(),
        row.getString("recipient"),
        row.getString("name"),
        row.getString("reference"),
        Optional.ofNullable(row.getBytes("content")).orElse(GONE),
        row.getString("sha256"),
        row.getBoolean("kt1_only"),
        Parcels.again(row.getString("occasion"), row.getString("name")),
        row.getTimestamp("owed_since").toInstant());
  }
}
