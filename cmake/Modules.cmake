# What every target of the project is compiled with.
add_library(opsg_options INTERFACE)
# Everywhere, as some libraries ask for it: a precompiled header is only good for the macros that it
# was made with.
target_compile_options(opsg_options INTERFACE -pthread)
target_compile_options(opsg_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual)
if(OPSG_WARNINGS_AS_ERRORS)
  target_compile_options(opsg_options INTERFACE -Werror)
endif()
if(OPSG_PRECOMPILE_HEADERS AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 warns falsely about std::string's operator+ (its bug 105651), more so out of precompiled
  # headers; builds without them keep these warnings.
  target_compile_options(opsg_options INTERFACE -Wno-array-bounds -Wno-restrict)
endif()
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # It takes the files of a unity build for headers.
  target_compile_options(opsg_options INTERFACE -Wno-subobject-linkage)
endif()
if(OPSG_SANITIZE)
  target_compile_options(opsg_options INTERFACE -fsanitize=${OPSG_SANITIZE}
                         -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(opsg_options INTERFACE -fsanitize=${OPSG_SANITIZE})
endif()
if(OPSG_SANITIZE MATCHES "thread")
  # Loops on threads that the sanitizer understands, in place of TBB's headers.
  target_include_directories(opsg_options BEFORE INTERFACE ${PROJECT_SOURCE_DIR}/tests/support/tsan)
endif()
if(OPSG_BUILD_FUZZERS)
  # Without a call at every comparison: the whole suite runs on what is built here.
  target_compile_options(opsg_options INTERFACE -fsanitize=fuzzer-no-link
                         -fno-sanitize-coverage=trace-cmp)
  target_link_options(opsg_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# opsg_precompile(<target> <kind>): the headers of libraries that most files of a kind ("module" or
# "test") include, parsed once for all targets.
function(opsg_precompile target kind)
  if(NOT OPSG_PRECOMPILE_HEADERS)
    return()
  endif()
  if(NOT TARGET opsg_precompiled_${kind})
    file(WRITE ${CMAKE_BINARY_DIR}/precompiled_${kind}.cpp "")
    add_library(opsg_precompiled_${kind} STATIC ${CMAKE_BINARY_DIR}/precompiled_${kind}.cpp)
    target_link_libraries(opsg_precompiled_${kind} PRIVATE fmt::fmt tl::expected opsg_options)
    target_precompile_headers(opsg_precompiled_${kind} PRIVATE
                              ${CMAKE_SOURCE_DIR}/cmake/precompiled_${kind}.h)
  endif()
  target_precompile_headers(${target} REUSE_FROM opsg_precompiled_${kind})
endfunction()

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
  opsg_precompile(opsg_${name} module)
endfunction()

# opsg_test(<name> LABEL <ctest label> SOURCES <file>... LINKS <target>...)
function(opsg_test name)
  cmake_parse_arguments(arg "" "LABEL" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINKS} opsg_test_main opsg_options)
  opsg_precompile(${name} test)
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL})
  if(arg_LABEL MATCHES "^(browser|publish|package)$")
    add_dependencies(program_tests ${name})
  endif()
endfunction()
