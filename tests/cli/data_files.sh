# What others read is what their formats say: data files follow their schemas, tables, feeds, the
# calendar and the sitemap can be read by parsers that are not ours.
. "$(dirname "$0")/lib.sh"

cp -r "$SOURCE/content" "$SOURCE/site.toml" .
"$PROGRAM" build -q
python3 "$(dirname "$0")/check_data_files.py" public

# A file that breaks its schema is found: the check can fail.
cp -r public broken
sed -i 's/"date": "2021-01-25"/"date": "25 January 2021"/' broken/data/meetings.json
expect_status 1 python3 "$(dirname "$0")/check_data_files.py" broken
expect_in out.txt "data/meetings.json"
