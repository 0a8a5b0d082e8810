package vn.kt1.gateway.directory.file;

/** A text of a YAML file and the line on which it stands. */
record Scalar(String text, int line) {}
