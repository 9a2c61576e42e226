#!/usr/bin/env bash
# Measures Crossdock against services with a thread an order, and builds it first when a source is
# newer than the program. What can be asked of it: scripts/bench.sh --help.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
. "$root/scripts/jdk.sh"
jdk=$(find_jdk)
cd "$root"
classpath=target/bench.classpath

if [ ! -f target/crossdock.jar ] || [ ! -f "$classpath" ] ||
  [ -n "$(find pom.xml src -newer "$classpath" -print -quit)" ]; then
  command -v mvn >/dev/null || { echo "bench.sh: needs Maven (mvn) to build" >&2; exit 1; }
  echo "bench.sh: building, this takes a minute ..." >&2
  mvn -q -B -DskipTests package dependency:build-classpath \
    -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test >&2
  touch "$classpath"
fi

main=dev.crossdock.bench.Bench
if [ "${1:-}" = --jmh ]; then
  shift
  main=org.openjdk.jmh.Main
fi
options=(--enable-native-access=ALL-UNNAMED)
[ "$(jdk_version "$jdk")" -lt 23 ] || options+=(--sun-misc-unsafe-memory-access=allow)

# All that is measured is bounded by itself; this is for the case that it is not.
exec timeout --foreground --kill-after=60 4h "$jdk/bin/java" "${options[@]}" \
  -cp "target/test-classes:target/classes:$(cat "$classpath")" "$main" "$@"
