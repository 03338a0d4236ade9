# What the workflows of `init --ci` do with a repository: a change waits for its approval, and only what
# the main branch holds is built.
. "$(dirname "$0")/lib.sh"

mkdir programs && ln -s "$PROGRAM" programs/opsg-site
export PATH=$WORK/programs:$PATH HOME=$WORK GIT_CONFIG_NOSYSTEM=1 TMPDIR=$WORK
git config --global user.name "A secretary"
git config --global user.email secretary@example.org
git config --global init.defaultBranch main
headlines=content/meetings/2026-01-15-first-meeting/headlines.md

# job HOST NAME FILE: runs it in the present folder as the host's runner would.
job() {
  python3 "$SOURCE/tests/cli/workflow_script.py" "$1" "$2" "$3" >"$WORK/job.sh"
  bash --noprofile --norc -eo pipefail "$WORK/job.sh"
}
commit() { git add -A && git commit -q -m "$1"; }

# A pull request is checked as the merge that it would make; its parent is what main holds.
propose() { git clean -qfd && git checkout -q main && git merge -q --no-ff -m "merge" "$1"; }

git init -q github && cd github
"$PROGRAM" init -q --ci github
workflow=.github/workflows/publish.yml
commit "A site"
git checkout -q -b change
echo "
The Committee has something new to say." >>$headlines
commit "Something new"
propose change
expect_status 3 job github check $workflow
expect_in "$WORK/err.txt" "--fail-on"
grep -q "something new to say" public-changes.html || fail "no report for the chair"
[ ! -e public ] || fail "a proposed change was built"

git reset -q --hard HEAD^ && git checkout -q change
opsg-site diff --against git:main --approve "Example Chair" >/dev/null
commit "Approved"
propose change
expect_status 0 job github check $workflow
expect_status 0 job github publish $workflow
expect_in public/meetings/2026-01-15-first-meeting/index.html "something new to say"

# What does not build is told, and nothing is published.
git checkout -q -b wrong
sed -i 's/^classification = .*/classification = "wite"/' $headlines
commit "A slip"
propose wrong
rm -rf public
expect_status 1 job github publish $workflow
[ ! -e public ] || fail "a site with errors was built"

# GitLab's runner checks the branch itself out, with its history.
cd "$WORK"
git init -q made && (cd made && "$PROGRAM" init -q --ci gitlab && commit "A site")
git clone -q --bare made gitlab.git && git clone -q gitlab.git gitlab && cd gitlab
export CI_DEFAULT_BRANCH=main CI_MERGE_REQUEST_DIFF_BASE_SHA
CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git rev-parse HEAD)
git checkout -q -b change
echo "
The Committee has something new to say." >>$headlines
commit "Something new"
expect_status 3 job gitlab check .gitlab-ci.yml
opsg-site diff --against "git:$CI_MERGE_REQUEST_DIFF_BASE_SHA" --approve "Example Chair" >/dev/null
commit "Approved"
expect_status 0 job gitlab check .gitlab-ci.yml
git push -q origin change:main

# Withdrawn since; a job of the pipeline before is started again, and publishes what main holds now.
git checkout -q -b withdrawn && git revert --no-edit HEAD~1 >/dev/null && git push -q origin withdrawn:main
git checkout -q change
expect_status 0 job gitlab pages .gitlab-ci.yml
expect_no_trace public "something new to say"
[ -s public/index.html ] || fail "nothing to publish"
