# A site's repository that a CI host checks and publishes: init --ci, for new sites and for old ones.
. "$(dirname "$0")/lib.sh"

workflow_of() { case "$1" in github) echo .github/workflows/publish.yml ;; gitlab) echo .gitlab-ci.yml ;; esac; }

"$PROGRAM" init -q plain
for host in github gitlab; do
  workflow=$(workflow_of "$host")
  expect_status 0 "$PROGRAM" init "$host" --ci "$host"
  expect_in out.txt "Wrote $host/$workflow."
  python3 "$SOURCE/tests/cli/check_workflow.py" "$host" "$host/$workflow" || fail "$host's workflow"

  # The site is the one that init writes without a workflow, and is built to the same bytes.
  cp -r "$host" built && rm -r "built/${workflow%%/*}"
  diff -r plain built || fail "the site differs from that of init alone"
  (cd built && "$PROGRAM" build -q) || fail "the site of init alone does not build"
  "$PROGRAM" build -q --config "$host/site.toml" || fail "the site with a workflow does not build"
  diff -r built/public "$host/public" || fail "the workflow changes what is public"
  rm -r built "$host/public"

  # A second time, it is left as it is.
  echo "# ours" >>"$host/$workflow"
  before=$(digest "$host")
  expect_status 2 "$PROGRAM" init "$host" --ci "$host"
  expect_in err.txt "$host/$workflow is there already"
  [ "$before" = "$(digest "$host")" ] || fail "init changed a site that has a workflow"
done

# Into a site that is there already, with whatever else its folder holds.
mkdir old && cp -r plain/content plain/site.toml old/
mkdir old/.github && echo "kept" >old/.github/CODEOWNERS
before=$(digest old)
expect_status 0 "$PROGRAM" init old --ci github --quiet
[ ! -s out.txt ] || fail "--quiet talks"
cmp old/.github/workflows/publish.yml <(head -n -1 github/.github/workflows/publish.yml)
rm -r old/.github/workflows
[ "$before" = "$(digest old)" ] || fail "init --ci changed a site that was there"

# Without a site, only into a new or empty folder.
mkdir other && echo "text" >other/notes.txt
expect_status 2 "$PROGRAM" init other --ci gitlab
expect_in err.txt "other is not empty; give a new or empty folder"
[ "$(ls -A other)" = notes.txt ] || fail "init wrote into a folder of others"
expect_status 2 "$PROGRAM" init old
expect_in err.txt "old is not empty"
expect_status 2 "$PROGRAM" init fresh --ci jenkins
expect_in err.txt '`jenkins` is none of github, gitlab'
[ ! -e fresh ] || fail "init wrote a site for an unknown host"

# A repository that was made but holds nothing yet.
mkdir -p made/.git && echo "ref" >made/.git/HEAD
expect_status 0 "$PROGRAM" init made --ci gitlab
[ -s made/.gitlab-ci.yml ] && [ "$(cat made/.git/HEAD)" = ref ] || fail "no site in a new repository"

# The branch is the repository's: the one that it is at, born or not, or its host's default one.
branch_of() { sed -n 's/^    branches: \["\(.*\)"\]$/\1/p' "$1/.github/workflows/publish.yml"; }
[ "$(branch_of github)" = main ] || fail "another branch than main outside of repositories"
git init -q -b records/trunk branched
expect_status 0 "$PROGRAM" init branched/site --ci github
[ "$(branch_of branched/site)" = records/trunk ] || fail "not the branch of the repository"
sed 's|records/trunk|main|g' branched/site/.github/workflows/publish.yml >renamed.yml
cmp renamed.yml <(head -n -1 github/.github/workflows/publish.yml) || fail "the branch is not all"
git -C branched -c user.name=A -c user.email=a@example.org commit -q --allow-empty -m "First"
git clone -q branched cloned
git -C cloned checkout -q -b change
expect_status 0 "$PROGRAM" init cloned --ci github
[ "$(branch_of cloned)" = records/trunk ] || fail "not the default branch of the host"
git init -q -b 'a"b' odd
expect_status 2 "$PROGRAM" init odd --ci github
expect_in err.txt 'a workflow cannot name the branch `a"b`'
[ ! -e odd/site.toml ] || fail "a site without its workflow"

# Not through a link that leads nowhere, and not where it cannot.
ln -s "$WORK/elsewhere.yml" plain/.gitlab-ci.yml
expect_status 2 "$PROGRAM" init plain --ci gitlab
[ ! -e elsewhere.yml ] || fail "init wrote through a link"
echo "a file" >plain/.github
expect_status 4 "$PROGRAM" init plain --ci github
