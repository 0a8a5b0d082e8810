package vn.kt1.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreesTest {
  @TempDir Path temp;

  @Test
  void grow_once_and_keep_what_lies_in_them() throws Exception {
    Path partner = Trees.partner(temp.resolve("hp-eoffice"));
    Path kept = Files.writeString(partner.resolve("outbox/.done/a.json"), "{}");
    Trees.partner(partner);
    assertThat(kept).exists();
    assertThat(partner.resolve("rejected")).isDirectory();
    assertThat(Trees.post(temp.resolve("post")).resolve("from-post/status/.failed")).isDirectory();
  }
}
