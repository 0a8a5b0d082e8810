package vn.kt1.gateway.notice;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.notice.Notice.Attachment;

/**
 * The bytes of a mail as they are owed (an earlier version had one file): its text, its files, and
 * the Message-ID of the mail it answers. One that answers none is written as ever.
 */
public record NoticeContent(
    String text,
    @JsonAlias("attachment") @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Attachment> attachments,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable String answers) {

  public NoticeContent {
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  public static NoticeContent read(byte[] content) {
    try {
      return JSON.readValue(content, NoticeContent.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] write() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
