opsg_test(site_join_test LABEL unit
  SOURCES data_files_test.cpp entry_address_test.cpp full_reading_test.cpp headlines_consistency_test.cpp
          meeting_calendar_test.cpp planned_meetings_test.cpp record_memo_test.cpp
          site_consistency_test.cpp site_join_test.cpp site_test.cpp
  LINKS opsg_released opsg_comparison nlohmann_json::nlohmann_json)
