#!/usr/bin/env bash
# Makes logins and trees from the public keys that are mounted, then becomes sshd. Runs as often as you like.
#   /etc/kt1/host_key             private host key
#   /etc/kt1/keys/<login>.pub     gateway-drop, gateway-post, post
#   /etc/kt1/keys/partners/<partner>.pub
set -euo pipefail
shopt -s nullglob

mounted=/etc/kt1 run=/run/kt1 drop=/srv/sftp/drop post=/srv/sftp/post
first_partner=2000

fail() {
  echo "sftp: $1" >&2
  exit 1
}

# login NAME UID ROOT KEY: a login that sees ROOT as / and comes in with that key.
login() {
  local name=$1 uid=$2 root=$3 key=$4
  [[ -s $key ]] || fail "the public key of the login $name is missing"
  getent group "$name" >/dev/null || groupadd --gid "$uid" "$name"
  # Not locked and no password either: "*" matches none.
  id "$name" >/dev/null 2>&1 ||
    useradd --uid "$uid" --gid "$name" --groups kt1-sftp --home-dir "$root" --no-create-home \
      --shell /usr/sbin/nologin --password '*' "$name"
  install -m 0644 "$key" "$run/keys/$name"
}

# tree OWNER ROOT FOLDER...: sshd wants a root nobody else may write; below it owner and group write.
tree() {
  local owner=$1 root=$2 folder
  shift 2
  install -d -m 0755 -o root -g root "$root"
  for folder in "$@"; do
    install -d -m 2770 -o "$owner" -g "$owner" "$root/$folder"
  done
}

[[ -s $mounted/host_key ]] || fail "the host key is missing"
install -d -m 0755 "$run" "$run/keys" /run/sshd "$drop" "$post"
install -m 0600 "$mounted/host_key" "$run/host_key"
getent group kt1-sftp >/dev/null || groupadd --system kt1-sftp

login gateway-drop 1001 "$drop" "$mounted/keys/gateway-drop.pub"
login gateway-post 1002 "$post" "$mounted/keys/gateway-post.pub"
login post 1003 "$post" "$mounted/keys/post.pub"
install -d -m 0755 "$post/to-post" "$post/from-post"
tree post "$post" to-post/orders to-post/orders/.done \
  to-post/cancellations to-post/cancellations/.done \
  from-post/receipts from-post/receipts/.{done,failed,parked} \
  from-post/invoices from-post/invoices/.{done,failed,parked} \
  from-post/monthly from-post/monthly/.{done,failed,parked} \
  from-post/status from-post/status/.{done,failed,parked}
usermod --append --groups post gateway-post

# A partner keeps its number as long as its tree is there; a new one never gets a number in use.
next=$first_partner
for outbox in "$drop"/*/outbox; do
  uid=$(stat -c %u "$outbox")
  ((uid < next)) || next=$((uid + 1))
done
for key in "$mounted"/keys/partners/*.pub; do
  partner=$(basename "$key" .pub)
  [[ $partner =~ ^[a-z][a-z0-9-]{0,30}$ ]] || fail "not a name for a login: $partner"
  case $partner in post | gateway-* | kt1-sftp) fail "that name is taken: $partner" ;; esac
  if [[ -d $drop/$partner/outbox ]]; then
    uid=$(stat -c %u "$drop/$partner/outbox")
  else
    uid=$next
    next=$((next + 1))
  fi
  login "$partner" "$uid" "$drop/$partner" "$key"
  tree "$partner" "$drop/$partner" outbox outbox/.done outbox/.parked receipts rejected status
  usermod --append --groups "$partner" gateway-drop
done

exec /usr/sbin/sshd -D -e -f /etc/ssh/sshd_config
