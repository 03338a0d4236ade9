# The same words of two entries, or under two headings, are not the same passage: not for diff, for
# approvals, nor for rollback.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
headlines=content/meetings/2026-01-15-first-meeting/headlines.md
cat >>site.toml <<T

[publish.targets.web]
kind = "directory"
path = "../www"
T

# records BELOW_THE_FIRST BELOW_THE_SECOND [HEADING_OF_THE_FIRST HEADING_OF_THE_SECOND]
records() {
  cat >$headlines <<T
+++
classification = "white"
status = "final"
+++

## 1. Welcome

### ${3:-Risk 011: Records may be late}

$1

### ${4:-Risk 012: Records may be lost}

$2
T
}
high="- Severity: 20 - Critical"
medium="- Severity: 6 - Medium"
withheld="- (AMBER) Severity: 20 - Critical"
publish() { expect_status 0 "$PROGRAM" publish --no-verify-live; }
rollback() { "$PROGRAM" rollback --no-verify-live "$@"; }
serves() { readlink ../www/current | grep -q "^releases/$1-" || fail "$(readlink ../www/current), not $1"; }

# Values that two entries exchange are two changes, told by the entries.
records "$high" "$medium"
publish
records "$medium" "$high"
expect_status 0 "$PROGRAM" diff
expect_in ../out.txt "0 passages newly public, 2 changed"
expect_in ../out.txt "  1 › Risk 012"
expect_in ../out.txt "~ Severity: 20 - Critical"
expect_status 3 "$PROGRAM" diff -q --fail-on changed
expect_status 0 "$PROGRAM" diff --format json
python3 - ../out.txt <<'P'
import json, sys
[document] = json.load(open(sys.argv[1]))["documents"]
assert [c["entry"] for c in document["changes"]] == ["Risk 011", "Risk 012"], document
P

# What was public of one entry does not come back because another one says the same today.
records "$withheld" "$high"
publish
serves 0002
records "$high" "$withheld"
publish
serves 0003
expect_status 3 rollback
expect_in ../err.txt "headlines, item 1: 1 passage"
expect_not_in ../err.txt "Risk 012"
serves 0003
expect_status 3 rollback --show-withheld
expect_in ../err.txt "headlines, item 1, Risk 012: 1 passage"

# Nor does what stood under one heading, where another one has the same words.
records "(AMBER) It is late." "It is late." "Network" "Service desk"
publish
records "It is late." "(AMBER) It is late." "Network" "Service desk"
publish
serves 0005
expect_status 3 rollback
expect_in ../err.txt "headlines, item 1: 1 passage"
serves 0005

# A release of an earlier version does not tell what its passages stand under: of it only comes back
# what reads the same today from the beginning of an item to its end.
records "$high" "$medium"
publish
old=$(echo ../www/releases/0006-*)
python3 - $old/data/passages.json <<'P'
import json, sys
data = json.load(open(sys.argv[1]))
for document in data["documents"]:
    for section in document["sections"]:
        for key in ("register", "entry", "headings"):
            section.pop(key, None)
json.dump(data, open(sys.argv[1], "w"))
P
(cd $old && grep '^#' .opsg-site-manifest >../m &&
  grep -v '^#' .opsg-site-manifest | cut -c67- | xargs -d '\n' sha256sum >>../m &&
  mv ../m .opsg-site-manifest)
expect_status 0 "$PROGRAM" diff
expect_in ../out.txt "No passage changes"
echo >>content/pages/about.md
printf '\nOne more.\n' >>content/pages/about.md
records "$high" "$medium"
printf '\n## 2. Next\n\nIn spring.\n' >>$headlines
publish
serves 0007
expect_status 3 rollback --to 6
expect_in ../err.txt "pages/about: 2 passages"
expect_not_in ../err.txt "headlines"
expect_in ../err.txt "an earlier opsg-site made it, and its data/passages.json does not say"
sed -i '/One more/,$d' content/pages/about.md
expect_status 0 rollback --to 6
serves 0006

# An approval is of one entry's words, and none that an earlier version took counts.
cat >>site.toml <<T

[publish]
require_approval = true
T
rm -r ../www
records "$withheld" "$high"
expect_status 0 "$PROGRAM" diff --approve "The Chair"
publish
records "$high" "$high"
expect_status 3 "$PROGRAM" publish --no-verify-live
expect_in ../err.txt "nobody approved 1 passage that this would publish"
expect_not_in ../err.txt "approval-outdated"
python3 - >>approvals.toml <<'P'
import hashlib
fields = ["meetings/2026-01-15-first-meeting/headlines", "1", "field", "Severity: 20 - Critical", "0", ""]
text = "opsg-site passage 1\n" + "".join(f"{len(field)}:{field}\n" for field in fields)
print('\n[[approval]]\nby = "The Chair"\nat = "2026-02-01T10:00:00Z"\naudience = "public"')
print(f'passages = ["{hashlib.sha256(text.encode()).hexdigest()}"]')
P
expect_status 3 "$PROGRAM" publish --no-verify-live
expect_in ../err.txt "nobody approved 1 passage that this would publish"
expect_in ../err.txt "warning[approval-outdated]"
expect_in ../err.txt "approve them by \`opsg-site diff --approve\`"
expect_status 0 "$PROGRAM" diff --approve "The Chair"
expect_in ../err.txt "warning[approval-outdated]"
publish
expect_not_in ../err.txt "approval-outdated"
