package vn.kt1.gateway.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.text.Folded;

/**
 * Names of content told by the words in them. {@code CONTENT} is told wherever it stands; {@code
 * DOCUMENT} only speaks of the document, and may stand in a name of what is {@code OUTSIDE} the
 * envelope: {@code Nơi nhận văn bản} passes, {@code Số văn bản} does not.
 */
final class ForbiddenWords {

  private enum Kind {
    CONTENT,
    DOCUMENT,
    OUTSIDE
  }

  private record Word(Kind kind, String folded, String spelling) {}

  /** The number of letters at the start of a part by which its words are looked up. */
  private static final int START = 4;

  /** "Đã vào sổ văn bản mật" is no number of a document, though Số and sổ are folded alike. */
  private static final String ENTERED = "VAOSO";

  private final Map<String, Word> whole = new HashMap<>();
  private final Map<String, List<Word>> parts = new HashMap<>();
  private int longest;

  ForbiddenWords() {
    for (CSVRecord row : DataFile.read("/directory/forbidden-words.csv")) {
      String folded = Folded.name(row.get("spelling"));
      Word word = new Word(Kind.valueOf(row.get("kind")), folded, row.get("spelling"));
      if (row.get("match").equals("WORDS")) {
        whole.put(folded, word);
        longest = Math.max(longest, folded.length());
      } else {
        parts.computeIfAbsent(folded.substring(0, START), start -> new ArrayList<>()).add(word);
      }
    }
  }

  List<String> ofContent() {
    return spellings(Kind.CONTENT);
  }

  List<String> ofDocuments() {
    return spellings(Kind.DOCUMENT);
  }

  private List<String> spellings(Kind kind) {
    return Stream.concat(whole.values().stream(), parts.values().stream().flatMap(List::stream))
        .filter(word -> word.kind() == kind)
        .map(Word::spelling)
        .toList();
  }

  /** The word that makes the name one of content, in our spelling. */
  Optional<String> in(String name) {
    List<Word> found = found(name);
    boolean outside = found.stream().anyMatch(word -> word.kind() == Kind.OUTSIDE);
    return found.stream()
        .filter(word -> word.kind() == Kind.CONTENT || word.kind() == Kind.DOCUMENT && !outside)
        .map(Word::spelling)
        .findFirst();
  }

  boolean tellContent(String name) {
    return found(name).stream().anyMatch(word -> word.kind() == Kind.CONTENT);
  }

  private List<Word> found(String name) {
    List<Word> found = new ArrayList<>();
    findWhole(Folded.words(name), found);
    findParts(Folded.name(name).replace(ENTERED, ENTERED + " "), found);
    return found;
  }

  /** One word, or several that follow each other. */
  private void findWhole(List<String> words, List<Word> found) {
    for (int from = 0; from < words.size(); from++) {
      String joined = "";
      for (int to = from; to < words.size() && joined.length() <= longest; to++) {
        joined += words.get(to);
        @Nullable Word word = whole.get(joined);
        if (word != null) {
          found.add(word);
        }
      }
    }
  }

  private void findParts(String name, List<Word> found) {
    for (int at = 0; at + START <= name.length(); at++) {
      for (Word word : parts.getOrDefault(name.substring(at, at + START), List.of())) {
        if (name.startsWith(word.folded(), at)) {
          found.add(word);
        }
      }
    }
  }
}
