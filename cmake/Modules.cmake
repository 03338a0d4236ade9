# What every target of the project is compiled with.
add_library(opsg_options INTERFACE)
target_compile_options(opsg_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual)
if(OPSG_WARNINGS_AS_ERRORS)
  target_compile_options(opsg_options INTERFACE -Werror)
endif()
if(OPSG_SANITIZE)
  target_compile_options(opsg_options INTERFACE -fsanitize=${OPSG_SANITIZE}
                         -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(opsg_options INTERFACE -fsanitize=${OPSG_SANITIZE})
endif()
if(OPSG_BUILD_FUZZERS)
  target_compile_options(opsg_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(opsg_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# opsg_module(<name> HEADERS <file>... SOURCES <file>... LINKS <target>...)
# A static library opsg_<name> whose headers are found through its own folder alone: what a module
# does not link, it cannot include.
function(opsg_module name)
  cmake_parse_arguments(arg "" "" "HEADERS;SOURCES;LINKS" ${ARGN})
  add_library(opsg_${name} STATIC ${arg_SOURCES})
  target_sources(opsg_${name} PUBLIC FILE_SET HEADERS
                 BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR} FILES ${arg_HEADERS})
  set_target_properties(opsg_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(opsg_${name} PUBLIC ${arg_LINKS} opsg_options)
endfunction()

# opsg_test(<name> LABEL <ctest label> SOURCES <file>... LINKS <target>...)
function(opsg_test name)
  cmake_parse_arguments(arg "" "LABEL" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINKS} opsg_test_main opsg_options)
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL})
endfunction()
