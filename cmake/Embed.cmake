# opsg_embed(<target> <name> BASE <folder> FILES <file>...)
# Compiles files into <target>: <name>.h declares opsg::embedded::<name>(), a span of
# {path below BASE, bytes}. For what the program must have wherever it is run.
function(opsg_embed target name)
  cmake_parse_arguments(arg "" "BASE" "FILES" ${ARGN})
  set(entries "")
  foreach(file IN LISTS arg_FILES)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${arg_BASE}/${file})
    file(READ ${arg_BASE}/${file} hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" literal "${hex}")
    string(APPEND entries "    {\"${file}\", {\"${literal}\", ${size}}},\n")
  endforeach()
  set(header ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.h)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cpp)
  file(CONFIGURE OUTPUT ${header} @ONLY CONTENT "#pragma once

#include <span>

#include \"embedded_file.h\"

namespace opsg::embedded {
std::span<const EmbeddedFile> ${name}();
}
")
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT "#include \"${name}.h\"

namespace opsg::embedded {

std::span<const EmbeddedFile> ${name}() {
  static constexpr EmbeddedFile kFiles[] = {
${entries}  };
  return kFiles;
}

}  // namespace opsg::embedded
")
  target_sources(${target} PRIVATE ${source})
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_BINARY_DIR}/embedded)
endfunction()
