#!/usr/bin/env bash
# Measures the sources: lines, files, the longest file and method, tests by layer.
set -euo pipefail

case ${1:-} in
  "") ;;
  -h | --help) echo "usage: scripts/lines.sh    prints the sizes of the sources as Markdown"; exit ;;
  *) echo "usage: scripts/lines.sh" >&2; exit 2 ;;
esac

cd "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
. scripts/jdk.sh
jdk=$(find_jdk)
if [ -z "$(find target/test-classes/dev/crossdock/style -name 'Sizes.class' -newer pom.xml 2>/dev/null)" ]; then
  mvn -q -B test-compile
fi
exec "$jdk/bin/java" -cp target/test-classes dev.crossdock.style.Sizes
