#!/usr/bin/env bash
# Makes a container image without a daemon, a registry or a base image: a Java runtime with what the
# program needs, the C library of this machine (Linux with glibc), and the program. There is no shell
# in it. The result is target/crossdock-image.tar, for `podman load -i`, `docker load -i` or
# `skopeo copy docker-archive:...`; it is tried here, in a root directory of its own.
#
#   JAVA_HOME  the JDK to take the runtime from, if it is 21 or newer
set -euo pipefail

case ${1:-} in
  -h | --help)
    echo "usage: scripts/image.sh [name:tag]    crossdock:latest by default"
    exit
    ;;
esac

cd "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
. scripts/jdk.sh
jdk=$(find_jdk)
name=${1:-crossdock:latest}
modules=java.se,jdk.crypto.ec,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs

mvn -q -B -Dmaven.test.skip=true package >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
base=$work/base
program=$work/program

"$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-man-pages --no-header-files \
  --generate-cds-archive --output "$base/opt/java" >&2
# What draws and sounds needs more libraries, and is not used.
find "$base/opt/java" -type f \( -name '*.so' -o -path '*/bin/java' \) \
  ! -name 'libawt*' ! -name 'libsplash*' ! -name 'libjsound*' ! -name 'libfont*' -exec ldd {} + |
  sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p; s/^[[:space:]]*\(\/[^ ]*ld-linux[^ ]*\) .*/\1/p' | sort -u |
  while read -r library; do
    case $library in
      "$base"/*) ;;
      *) install -D -m 755 "$(readlink -f "$library")" "$base$library" ;;
    esac
  done
install -d -m 1777 "$base/tmp" "$base/var/crossdock"
install -d "$base/etc"
echo 'crossdock:x:10001:10001::/var/crossdock:/none' >"$base/etc/passwd"
echo 'crossdock:x:10001:' >"$base/etc/group"

install -d "$program/opt/crossdock"
cp -r target/crossdock.jar target/lib "$program/opt/crossdock/"

# As scripts/crossdock gives them; the class archive would have to be written where nothing can be.
options=(-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError)
for flag in $(sed -n 's:.*<jvm.flags>\(.*\)</jvm.flags>.*:\1:p' pom.xml); do
  case $flag in
    --enable-native-access=*) ;;
    --sun-misc-unsafe-memory-access=*) [ "$(jdk_version "$jdk")" -lt 23 ] || options+=("$flag") ;;
    *) options+=("$flag") ;;
  esac
done
[ "$(jdk_version "$jdk")" -lt 25 ] || options+=(-XX:+UseCompactObjectHeaders)
entry=(/opt/java/bin/java "${options[@]}" -jar /opt/crossdock/crossdock.jar)

mkdir "$work/image" "$work/trial"
digests=()
for layer in base program; do
  tar -C "$work/$layer" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner \
    -cf "$work/image/$layer.tar" .
  digests+=("\"sha256:$(sha256sum "$work/image/$layer.tar" | cut -d' ' -f1)\"")
  tar -C "$work/trial" -xf "$work/image/$layer.tar"
done
mkdir -p "$work/trial/proc"
unshare --map-root-user --mount sh -c \
  'mount --rbind /proc "$0/proc" && exec chroot "$0" "$@"' "$work/trial" "${entry[@]}" --version

join() { local IFS=,; echo "$*"; }
case $(uname -m) in x86_64) arch=amd64 ;; aarch64) arch=arm64 ;; *) arch=$(uname -m) ;; esac
cat >"$work/image/config.json" <<EOF
{"architecture": "$arch", "os": "linux",
 "config": {"User": "10001:10001", "WorkingDir": "/var/crossdock", "Cmd": ["--help"],
  "Env": ["PATH=/opt/java/bin", "LANG=C.UTF-8"],
  "Entrypoint": [$(join "${entry[@]/#/\"}" | sed 's/,/",/g')"]},
 "rootfs": {"type": "layers", "diff_ids": [$(join "${digests[@]}")]}}
EOF
cat >"$work/image/manifest.json" <<EOF
[{"Config": "config.json", "RepoTags": ["$name"], "Layers": ["base.tar", "program.tar"]}]
EOF
tar -C "$work/image" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner \
  -cf target/crossdock-image.tar config.json manifest.json base.tar program.tar
echo "target/crossdock-image.tar is $name" >&2
