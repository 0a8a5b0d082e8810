package vn.kt1.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The answers to the orders of one file. */
record Batch(String name, List<Answer> answers) {

  /** Number of the files to write about it: the receipts, then one for each stop on the way. */
  int files() {
    return 1 + answers.stream().mapToInt(answer -> answer.journey().stops().size()).max().orElse(0);
  }

  /** Files, and where needed one step after them: what the tracking API alone tells. */
  int steps() {
    return files() + (byApi().isEmpty() ? 0 : 1);
  }

  /** The answers whose end no file tells. */
  List<Answer> byApi() {
    return answers.stream().filter(answer -> !answer.journey().apiStops().isEmpty()).toList();
  }

  /** When the last step of those is due. */
  Instant apiDue() {
    return byApi().stream()
        .map(answer -> answer.due(answer.journey().stops().size()))
        .max(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  /** When the file of that number may be written: file 0 holds the receipts, n the n-th stop. */
  Instant due(int file) {
    return answers.stream()
        .filter(answer -> file == 0 || answer.reaches(file - 1))
        .map(answer -> file == 0 ? answer.at() : answer.due(file - 1))
        .max(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  String fileName(int file) {
    return file == 0 ? "RECEIPT_" + name + ".csv" : "STATUS_" + name + "_" + file + ".csv";
  }

  byte[] content(int file) {
    return file == 0
        ? Csv.write(Answer.RECEIPT, answers.stream().map(Answer::receipt).toList())
        : Csv.write(
            Answer.STATUS,
            answers.stream()
                .filter(answer -> answer.reaches(file - 1))
                .map(answer -> answer.status(file - 1))
                .toList());
  }
}
