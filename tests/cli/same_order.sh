# The same words in another order, or with others between them, are not the same text: what stands
# below one lead-in, action or table is not what stands below another.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
headlines=content/meetings/2026-01-15-first-meeting/headlines.md
cat >>site.toml <<T

[publish.targets.web]
kind = "directory"
path = "../www"
T

# item TITLE, its text on stdin
item() {
  printf '+++\nclassification = "white"\nstatus = "final"\n+++\n\n## 1. %s\n\n' "$1" >$headlines
  cat >>$headlines
}
publish() { expect_status 0 "$PROGRAM" publish --no-verify-live; }
rollback() { "$PROGRAM" rollback --no-verify-live "$@"; }
current() { basename "$(readlink ../www/current)"; }

# What is public stays where it is: the release before it is not served again.
expect_refused() {
  local served
  served=$(current)
  expect_status 3 rollback
  expect_in ../err.txt "headlines, item 1: $1"
  expect_not_in ../err.txt "Alpha"
  [ "$(current)" = "$served" ] || fail "$(current) is served"
}
otherwise="in another order today or with others among them"

# A line of one list is withheld today, and public in another list.
item "Offers" <<T
Accepted offers:

- The offer of Alpha

Rejected offers:

- The offer of Beta
T
publish
item "Offers" <<T
Accepted offers:

- (AMBER) The offer of Alpha

Rejected offers:

- The offer of Beta
- The offer of Alpha
T
publish
expect_refused "5 passages, $otherwise"

# The other list is new, and stands behind the first one.
item "Offers" <<T
Accepted offers:

- The offer of Alpha
T
publish
item "Offers" <<T
Accepted offers:

- (AMBER) The offer of Alpha

Rejected offers:

- The offer of Alpha
T
publish
expect_refused "3 passages, $otherwise"

# Prose below one action, and below the next.
item "Actions" <<T
ACTION COM 1/02: The Secretariat to send the report.

The Chair asked for it by May.

ACTION COM 1/03: The Secretariat to send the figures.
T
publish
item "Actions" <<T
ACTION COM 1/02: The Secretariat to send the report.

(AMBER) The Chair asked for it by May.

ACTION COM 1/03: The Secretariat to send the figures.

The Chair asked for it by May.
T
publish
expect_refused "4 passages, $otherwise"

# A row of one table, and of the next.
table() { printf '\n| System | Status |\n|---|---|\n'; printf '%s\n' "$@"; }
mail="| Mail | RED since May |"
phone="| Phone | GREEN |"
{ echo "In the north:"; table "$mail"; printf '\nIn the south:\n'; table "$phone"; } | item "Systems"
publish
{ echo "In the north:"; table; printf '\nIn the south:\n'; table "$mail" "$phone"; } | item "Systems"
publish
expect_refused "7 passages, $otherwise"

# The same text below another title of the item.
echo "The offer of Alpha." | item "Accepted offers"
publish
echo "The offer of Alpha." | item "Rejected offers"
publish
expect_refused "2 passages"

# What is exchanged in a text has moved: diff tells it, and it wants an approval of this order.
item "Offers" <<T
Accepted offers:

- The offer of Alpha

Rejected offers:

- The offer of Beta
T
cat >>site.toml <<T

[publish]
require_approval = true
T
expect_status 0 "$PROGRAM" diff -q --approve "The Chair"
publish
expect_status 0 "$PROGRAM" diff
expect_in ../out.txt "No passage changes"
item "Offers" <<T
Accepted offers:

- The offer of Beta

Rejected offers:

- The offer of Alpha
T
expect_status 0 "$PROGRAM" diff
expect_in ../out.txt "    ~ The offer of Beta (moved)"
expect_in ../out.txt "0 passages newly public, 2 changed, 0 no longer public in 1 document"
expect_status 3 "$PROGRAM" diff -q --fail-on changed
expect_status 0 "$PROGRAM" diff -q --html ../report.html
expect_in ../report.html "Only its place in the text has changed"
expect_status 3 "$PROGRAM" publish --no-verify-live
expect_in ../err.txt "nobody approved 2 passages that this would publish"
expect_status 0 "$PROGRAM" diff -q --approve "The Chair"
publish

# What was approved and never published is approved in the order in which it was read.
item "Bids" <<T
Accepted bids:

- The bid of Alpha

Rejected bids:

- The bid of Beta
T
expect_status 0 "$PROGRAM" diff -q --approve "The Chair"
item "Bids" <<T
Accepted bids:

- The bid of Beta

Rejected bids:

- The bid of Alpha
T
expect_status 3 "$PROGRAM" publish --no-verify-live
expect_in ../err.txt "nobody approved 3 passages that this would publish"
expect_status 0 "$PROGRAM" diff -q --approve "The Chair"
publish
