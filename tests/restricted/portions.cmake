opsg_test(portions_test LABEL unit
  SOURCES
    extracts_test.cpp
    lead_in_test.cpp
    marked_fields_test.cpp
    marking_scanner_test.cpp
    near_miss_test.cpp
    noninterference_test.cpp
    parse_equality_test.cpp
    portion_ends_test.cpp
    portion_probe.cpp
    portions_test.cpp
    random_document.cpp
    redaction_test.cpp
    robustness_test.cpp
    structure_test.cpp
    unmarked_text_test.cpp
  LINKS opsg_restricted
)
