# Random edits of a site in its folder: after each, a build that may go by what the last one left
# gives and says what a build from nothing does; and so does the one after a kill -9 at a random
# moment, which leaves the old site or the new one whole. SEED=N repeats a run, STEPS=N is a longer one.
. "$(dirname "$0")/lib.sh"

SEED=${SEED:-$RANDOM}
STEPS=${STEPS:-25}
RANDOM=$SEED
echo "SEED=$SEED"

"$PROGRAM" init -q site
cd site
mkdir ../earlier

one_of() { shift $((RANDOM % $#)); printf '%s' "$1"; }
some() {
  local found
  mapfile -t found < <(find "$@" 2>/dev/null | LC_ALL=C sort)
  [ ${#found[@]} -eq 0 ] || one_of "${found[@]}"
}
document() { some content -name '*.md'; }
meeting() { some content/meetings -mindepth 1 -maxdepth 1 -type d; }
page() { some content/pages -name 'page-*.md'; }
front_matter() { printf '+++\nclassification = "white"\nstatus = "final"\ntitle = "Page %d"\n+++\n\n' "$1"; }

add_paragraph() { printf '\nParagraph %d of all.\n' $RANDOM >>"$(document)"; }
add_withheld() { printf '\n(AMBER) Paragraph %d for some.\n' $RANDOM >>"$(document)"; }
add_action() { printf '\nACTION COM 1/%02d: The chair to report %d.\n' $((10 + RANDOM % 80)) $RANDOM >>"$(document)"; }
change_title() { sed -i "s/^## 1\\. .*/## 1. Title $RANDOM/" "$(document)"; }

# As many bytes as before, written in place, and the time of writing set back.
change_in_secret() {
  local file size
  file=$(document)
  size=$(stat -c %s "$file")
  touch -r "$file" ../time
  printf '%s' $((RANDOM % 10)) | dd of="$file" bs=1 seek=$((size - 2)) conv=notrunc status=none
  touch -r ../time "$file"
}

add_page() { front_matter $RANDOM >"content/pages/page-$RANDOM.md"; }
rename_page() { local file; file=$(page); [ -z "$file" ] || mv "$file" "content/pages/page-$RANDOM.md"; }
remove_page() { local file; file=$(page); [ -z "$file" ] || rm "$file"; }
copy_meeting() {
  local copy=content/meetings/copy-$RANDOM
  cp -r "$(meeting)" "$copy"
  sed -i "s/^code = .*/code = \"C$RANDOM\"/; /^also/d" "$copy/meeting.toml"
}
rename_meeting() { mv "$(meeting)" "content/meetings/renamed-$RANDOM"; }
remove_meeting() { [ "$(find content/meetings -mindepth 1 -maxdepth 1 | wc -l)" -eq 1 ] || rm -r "$(meeting)"; }
exchange() {
  local one other
  one=$(document) other=$(document)
  cp -p "$one" ../one && cp -p "$other" ../other
  mv ../one "$other" && mv ../other "$one"
}
relabel() { sed -i "s/^classification = .*/classification = \"$(one_of white green amber)\"/" "$(document)"; }
retire() { sed -i "s/^status = .*/status = \"$(one_of draft final)\"/" "$(document)"; }

change_site() { sed -i "s/^title = .*/title = \"Committee $((RANDOM % 4))\"/" site.toml; }
change_policy() { sed -i "s/^people = \"[a-z]*\"/people = \"$(one_of white green amber)\"/" site.toml; }
change_glossary() { printf 'T%d = "Term %d"\n' $RANDOM $RANDOM >>content/glossary.toml; }
change_parties() { printf '\n[[party]]\nname = "Party %d"\n' $RANDOM >>content/parties.toml; }
change_theme() { mkdir -p overrides/assets && echo "main{order:$((RANDOM % 3))}" >overrides/assets/more.css; }
restore_theme() { rm -rf overrides; }

slip() { printf '\n(AMBRE) A slip %d of the pen.\n' $RANDOM >>"$(document)"; }
cut_short() { local file; file=$(one_of "$(document)" site.toml); head -c $((RANDOM % 400)) "$file" >../cut && cp ../cut "$file"; }

write_in_output() { echo x >>"$(some public -name '*.html')"; }
remove_from_output() { rm "$(some public -type f)"; }
touch_all() { find content -exec touch {} +; }
nothing() { :; }

as_it_was() {
  local before
  before=$(some ../earlier -mindepth 1 -maxdepth 1)
  rm -rf content site.toml overrides
  cp -a "$before"/. .
}
keep_state() {
  local kept=../earlier/$((RANDOM % 5))
  rm -rf "$kept" && mkdir "$kept"
  cp -a content site.toml "$kept"
  [ ! -d overrides ] || cp -a overrides "$kept"
}

edits=(add_paragraph add_paragraph add_withheld add_action change_title change_in_secret change_in_secret
  add_page rename_page remove_page copy_meeting rename_meeting remove_meeting exchange relabel retire
  change_site change_policy change_glossary change_parties change_theme restore_theme slip cut_short
  write_in_output remove_from_output touch_all nothing nothing as_it_was as_it_was)

# The status of a command, with what it says in a file.
status_of() {
  local said=$1 status=0
  shift
  "$@" >/dev/null 2>"$said" || status=$?
  printf '%s' "$status"
}

build_and_kill() {
  setsid "$PROGRAM" build -q "${options[@]}" >/dev/null 2>&1 &
  local pid=$!
  sleep "$(printf '0.%06d' $((RANDOM * 32768 % whole + RANDOM % 1000)))"
  kill -9 "$pid" 2>/dev/null && killed=$((killed + 1))
  wait "$pid" 2>/dev/null || true
}

killed=0 built=0 status=0 options=()
started=$(date +%s%N)
expect_status 0 "$PROGRAM" build
whole=$((($(date +%s%N) - started) / 1000))
keep_state
for step in $(seq "$STEPS"); do
  tampered=no
  if [ "$status" = 0 ]; then edit=$(one_of "${edits[@]}"); else edit=as_it_was; fi
  case $edit in *_output) tampered=yes ;; esac
  "$edit"
  case $((RANDOM % 8)) in
    0) options=(--as-of "2026-0$((1 + RANDOM % 9))-01") ;;
    1) options=(--base-url "https://host-$((RANDOM % 2)).example/") ;;
    2 | 3) options=() ;;
  esac
  this="step $step ($edit; SEED=$SEED)"
  before=$(digest public)
  clean=$(status_of ../said "$PROGRAM" build --no-cache --output-dir ../clean "${options[@]}")
  if [ $((RANDOM % 3)) -eq 0 ]; then
    build_and_kill
    now=$(digest public)
    [ "$now" = "$before" ] || { [ "$clean" = 0 ] && [ "$now" = "$(digest ../clean)" ]; } ||
      fail "half a site after a kill: $this"
  fi
  status=$(status_of ../said-now "$PROGRAM" build "${options[@]}")
  [ "$status" = "$clean" ] || fail "status $status, not $clean: $this ($(cat ../said-now))"
  cmp -s ../said ../said-now || fail "not what a clean build says: $this ($(diff ../said ../said-now))"
  if [ "$status" = 0 ]; then
    diff -r public ../clean >../difference || fail "not the clean build: $this ($(head -5 ../difference))"
    keep_state
    built=$((built + 1))
  elif [ "$tampered" = no ]; then
    [ "$(digest public)" = "$before" ] || fail "a build with errors changed the site: $this"
  fi
  [ $((RANDOM % 2)) -eq 0 ] || sleep 0.02 # the file system's clock goes in steps
done
[ $((2 * built)) -ge "$STEPS" ] || fail "only $built of $STEPS builds went through (SEED=$SEED)"
echo "$built of $STEPS builds went through, $killed were killed before"
