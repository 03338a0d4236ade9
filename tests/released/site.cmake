opsg_test(site_join_test LABEL unit
  SOURCES site_join_test.cpp site_consistency_test.cpp
  LINKS opsg_released)
