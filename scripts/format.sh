#!/usr/bin/env bash
# Formats the Java sources with the google-java-format that the tests check with.
set -euo pipefail

usage() {
  echo "usage: scripts/format.sh [--check] [FILE...]"
  echo "  Formats the files, or all sources. With --check it changes nothing, lists what is not"
  echo "  formatted and ends with 1 if there is any."
}

mode=(--replace)
case ${1:-} in
  -h | --help) usage; exit ;;
  --check) mode=(--dry-run --set-exit-if-changed); shift ;;
  -*) usage >&2; exit 2 ;;
esac

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
. "$root/scripts/jdk.sh"
jdk=$(find_jdk)
classpath=$root/target/format.classpath
if [ ! -f "$classpath" ] || [ "$root/pom.xml" -nt "$classpath" ]; then
  (cd "$root" && mvn -q -B dependency:build-classpath -Dmdep.outputFile="$classpath" \
    -DincludeGroupIds=com.google.googlejavaformat,com.google.guava)
fi

if [ $# -eq 0 ]; then
  mapfile -t files < <(find "$root/src" -name '*.java')
  set -- "${files[@]}"
fi
exports=()
for package in api code file parser tree util; do
  exports+=("--add-exports=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED")
done
exec "$jdk/bin/java" "${exports[@]}" -cp "$(cat "$classpath")" \
  com.google.googlejavaformat.java.Main "${mode[@]}" "$@"
