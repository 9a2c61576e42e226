# Sourced by the scripts beside it: finds the newest JDK of 21 or later.

JDK_OLDEST=21

# Prints the first number of a JDK's version; 0 if there is none.
jdk_version() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | grep . || echo 0
}

# Prints the home of JAVA_HOME's JDK if it is new enough, else of the newest one installed.
find_jdk() {
  local home version best="" best_version=0 on_path
  if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_version "$JAVA_HOME")" -ge "$JDK_OLDEST" ]; then
    echo "$JAVA_HOME"
    return
  fi
  on_path=$(readlink -f "$(command -v java || true)" || true)
  for home in "${on_path%/bin/java}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    version=$(jdk_version "$home")
    if [ -x "$home/bin/javac" ] && [ "$version" -gt "$best_version" ]; then
      best=$home best_version=$version
    fi
  done
  if [ "$best_version" -lt "$JDK_OLDEST" ]; then
    echo "$(basename "$0"): needs a JDK of $JDK_OLDEST or newer and finds none; set JAVA_HOME to one" >&2
    return 1
  fi
  echo "$best"
}
