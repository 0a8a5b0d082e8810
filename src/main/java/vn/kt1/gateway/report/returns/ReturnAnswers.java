package vn.kt1.gateway.report.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.report.returns.ReturnForm.Line;
import vn.kt1.gateway.report.returns.Returned.Answer;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.text.DegreeWords;

/** Checks the lines of a return one by one, and then the sums. Every fault is told. */
public final class ReturnAnswers {

  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_WORDS = 4000;
  private static final String NUMBER = "[0-9]{1,12}(?:[.,]0+)?";

  private final ReturnForm form;
  private final Map<String, Answer> answers = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  public ReturnAnswers(ReturnForm form) {
    this.form = form;
  }

  /**
   * Takes a line.
   *
   * @param row of a file, for people; null elsewhere
   */
  public void take(String pointer, @Nullable Integer row, String key, String value, String note) {
    Line line = form.line(key).orElse(null);
    int before = faults.size();
    if (line == null) {
      fault(row, Fault.of(Code.UNKNOWN_FIELD, pointer + "/key"));
      return;
    }
    if (answers.containsKey(key)) {
      fault(row, Fault.of(Code.BAD_VALUE, pointer + "/key", "return-line-twice"));
    }
    if (line.isNumber() && !value.isEmpty() && !value.matches(NUMBER)) {
      fault(row, Fault.of(Code.BAD_VALUE, pointer + "/value", "return-number"));
    }
    words(row, pointer + "/value", line.isNumber() ? "" : value, LONGEST_WORDS);
    words(row, pointer + "/note", note, LONGEST_NOTE);
    if (faults.size() == before) {
      answers.put(key, answer(line, value, note));
    }
  }

  private static Answer answer(Line line, String value, String note) {
    Long number = line.isNumber() && !value.isEmpty() ? Long.valueOf(value.split("[.,]")[0]) : null;
    String words = line.isNumber() || value.isEmpty() ? null : value;
    return new Answer(line.key(), null, number, words, note.isEmpty() ? null : note);
  }

  /** SECURITY: people who may not know a degree read it. */
  private void words(@Nullable Integer row, String pointer, String text, int longest) {
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      fault(row, Fault.of(Code.BAD_VALUE, pointer, "unprintable"));
    }
    if (text.length() > longest) {
      fault(row, Fault.of(Code.BAD_VALUE, pointer, "longest", String.valueOf(longest)));
    }
    if (DegreeWords.in(text)) {
      fault(row, Fault.of(Code.BAD_VALUE, pointer, "degree"));
    }
  }

  public void fault(@Nullable Integer row, Fault fault) {
    faults.add(row == null ? fault : fault.atRow(row));
  }

  /**
   * All lines of the form, in its order.
   *
   * @throws Rejected with every fault; {@code missing-field} where no number was given
   */
  public List<Answer> all() {
    for (Line sum : form.sums()) {
      add(sum);
    }
    boolean empty = answers.values().stream().allMatch(answer -> answer.value() == null);
    if (faults.isEmpty() && empty) {
      faults.add(Fault.of(Code.MISSING_FIELD, "/lines", "return"));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    return form.lines().stream()
        .map(line -> answers.getOrDefault(line.key(), answer(line, "", "")))
        .toList();
  }

  /** Parts are added up where the whole and each part were given. */
  private void add(Line sum) {
    Answer whole = answers.get(sum.key());
    List<Answer> parts =
        form.lines().stream()
            .filter(line -> sum.key().equals(line.partOf()))
            .map(line -> answers.getOrDefault(line.key(), answer(line, "", "")))
            .toList();
    if (whole == null || whole.value() == null || parts.stream().anyMatch(p -> p.value() == null)) {
      return;
    }
    long added = parts.stream().mapToLong(part -> part.value() == null ? 0 : part.value()).sum();
    if (added != whole.value()) {
      faults.add(
          Fault.of(
              Code.BAD_VALUE,
              "/lines/" + sum.key(),
              "return-sum",
              sum.label(Locale.forLanguageTag("vi")),
              String.valueOf(added)));
    }
  }
}
