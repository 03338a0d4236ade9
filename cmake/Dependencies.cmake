# Everything comes from Debian's packages (scripts/packages.txt); nothing is downloaded here.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(CURL 7.85 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(date REQUIRED)
find_package(TBB REQUIRED)
find_package(tl-expected REQUIRED)
find_package(ZLIB REQUIRED)
find_package(pugixml REQUIRED)
pkg_check_modules(CmarkGfm REQUIRED IMPORTED_TARGET libcmark-gfm)
pkg_check_modules(TomlPlusPlus REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(Nettle REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(Libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(Re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(Brotli REQUIRED IMPORTED_TARGET libbrotlienc)
pkg_check_modules(Httplib REQUIRED IMPORTED_TARGET cpp-httplib)

# The extensions library ships neither a .pc file nor a CMake config.
find_library(CMARK_GFM_EXTENSIONS_LIBRARY cmark-gfm-extensions REQUIRED)
add_library(opsg_cmark INTERFACE)
target_link_libraries(opsg_cmark INTERFACE ${CMARK_GFM_EXTENSIONS_LIBRARY} PkgConfig::CmarkGfm)

# Headers alone, with neither a .pc file nor a CMake config.
find_path(DTL_INCLUDE_DIR dtl/dtl.hpp REQUIRED)
