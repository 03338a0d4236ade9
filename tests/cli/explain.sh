# Who sees what, and by which rule.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
minutes=content/meetings/2026-01-15-first-meeting/minutes.md
expect_status 0 "$PROGRAM" explain
expect_in "$WORK/out.txt" "$minutes"
expect_in "$WORK/out.txt" site.toml
expect_status 0 "$PROGRAM" explain $minutes:10
expect_in "$WORK/out.txt" white
expect_in "$WORK/out.txt" public
expect_status 0 "$PROGRAM" explain $minutes:8
expect_in "$WORK/out.txt" green
expect_in "$WORK/out.txt" parties
expect_status 2 "$PROGRAM" explain content/no-such-file.md
expect_in "$WORK/err.txt" "the site has no file content/no-such-file.md"
expect_status 2 "$PROGRAM" explain no-folder/no-such-file.md
expect_in "$WORK/err.txt" "the site has no file no-folder/no-such-file.md"
expect_status 2 "$PROGRAM" explain $minutes:9999
expect_in "$WORK/err.txt" "$minutes has no line 9999: it ends with line 18"
expect_status 0 "$PROGRAM" explain --format json $minutes
python3 -c 'import json; assert json.load(open("'"$WORK"'/out.txt"))["decisions"]'
