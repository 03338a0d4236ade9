opsg_test(rendering_test LABEL unit
  SOURCES
    block_anchors_test.cpp
    decision_index_test.cpp
    home_view_test.cpp
    log_view_test.cpp
    markdown_renderer_test.cpp
    page_charts_test.cpp
    page_facts_test.cpp
    pages_test.cpp
    party_view_test.cpp
    permalinks_test.cpp
    register_history_test.cpp
    site_feeds_test.cpp
    site_passages_test.cpp
    summary_text_test.cpp
    theme_test.cpp
    timeline_view_test.cpp
  LINKS opsg_released)
