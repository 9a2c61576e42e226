#!/usr/bin/env bash
# Makes the certificates by which the nodes of a cluster know each other: an authority, kept if it is
# there, and one key with its certificate a name. For trying out, and for clusters of one's own; in
# production, whoever issues certificates anyway can do it (RSA, PEM, the name "crossdock" in each).
set -euo pipefail

usage="usage: scripts/certificates.sh DIR [name ...]    by default node-1 node-2 node-3"
case ${1:-} in
  "" | -*) echo "$usage"; [ "${1:-}" = --help ] || [ "${1:-}" = -h ] || exit 2; exit ;;
esac
dir=$1
shift
[ $# -gt 0 ] || set -- node-1 node-2 node-3
command -v openssl >/dev/null || { echo "certificates.sh: needs openssl" >&2; exit 1; }

umask 077
mkdir -p "$dir"
if [ ! -f "$dir/authority.key" ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj "/CN=crossdock authority" \
    -keyout "$dir/authority.key" -out "$dir/authority.crt" 2>/dev/null
fi
for name in "$@"; do
  openssl req -newkey rsa:3072 -nodes -subj "/CN=$name" -keyout "$dir/$name.key" 2>/dev/null |
    openssl x509 -req -days 825 -CA "$dir/authority.crt" -CAkey "$dir/authority.key" \
      -set_serial "0x$(openssl rand -hex 16)" -out "$dir/$name.crt" 2>/dev/null -extfile <(
        printf 'subjectAltName=DNS:crossdock\nextendedKeyUsage=serverAuth,clientAuth\n'
        printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=digitalSignature,keyEncipherment\n'
      )
  echo "cluster.tls { key = \"$dir/$name.key\", certificate = \"$dir/$name.crt\", authority = \"$dir/authority.crt\" }"
done
