opsg_test(rendering_test LABEL unit
  SOURCES markdown_renderer_test.cpp page_charts_test.cpp pages_test.cpp permalinks_test.cpp
    register_history_test.cpp timeline_view_test.cpp
  LINKS opsg_released)
