package vn.kt1.bench;

import java.util.List;

/** What follows a rig's name on the command line, as {@code --name value}. */
record Options(List<String> arguments) {

  Options(String... arguments) {
    this(List.of(arguments));
  }

  long number(String name, long otherwise) {
    return Long.parseLong(text(name, "" + otherwise));
  }

  String text(String name, String otherwise) {
    int at = arguments.indexOf(name);
    return at < 0 ? otherwise : arguments.get(at + 1);
  }

  /** Numbers with commas between them. */
  List<Integer> numbers(String name, String otherwise) {
    return List.of(text(name, otherwise).split(",")).stream().map(Integer::valueOf).toList();
  }
}
