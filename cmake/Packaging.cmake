# What `cmake --install` installs, and the Debian package (scripts/package).
include(GNUInstallDirs)

# Manual pages and completions are the program's own help, written by opsg-reference.
set(reference ${CMAKE_BINARY_DIR}/reference)
add_custom_command(
  OUTPUT ${reference}/made
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${reference}
  COMMAND opsg-reference ${reference}
  COMMAND gzip -9nr ${reference}/man
  COMMAND ${CMAKE_COMMAND} -E touch ${reference}/made
  DEPENDS opsg-reference
  VERBATIM)

# With the notices of libraries whose headers become part of the program.
set(notices ${CMAKE_CURRENT_SOURCE_DIR}/packaging/copyright)
foreach(package IN ITEMS libcli11-dev libdtl-dev libexpected-dev libfmt-dev
                         libhowardhinnant-date-dev libtomlplusplus-dev nlohmann-json3-dev)
  list(APPEND notices /usr/share/doc/${package}/copyright)
endforeach()
set(copyright ${CMAKE_BINARY_DIR}/packaging/copyright)
add_custom_command(
  OUTPUT ${copyright}
  COMMAND ${CMAKE_COMMAND} -E cat ${notices} >${copyright}
  DEPENDS ${notices})

set(changelog ${CMAKE_BINARY_DIR}/packaging/changelog)
configure_file(packaging/changelog.in ${changelog} @ONLY)
add_custom_command(
  OUTPUT ${changelog}.gz
  COMMAND gzip -9nkf ${changelog}
  DEPENDS ${changelog}
  VERBATIM)

# All that is installed beside the program; asked for by name, as most builds install nothing.
add_custom_target(packaging DEPENDS ${reference}/made ${copyright} ${changelog}.gz)

install(TARGETS opsg-site)
install(TARGETS opsg-site-full DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/opsg-site)
install(DIRECTORY ${reference}/man/ DESTINATION ${CMAKE_INSTALL_DATADIR}/man/man1)
install(FILES ${reference}/bash/opsg-site
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${reference}/zsh/_opsg-site
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${reference}/fish/opsg-site.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
# The program carries its theme within; this copy is to be read and changed.
install(DIRECTORY themes/ DESTINATION ${CMAKE_INSTALL_DATADIR}/opsg-site/themes
        PATTERN files.cmake EXCLUDE)
install(FILES README.md ${copyright} ${changelog}.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides
        RENAME opsg-site)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME opsg-site)
set(CPACK_PACKAGE_CONTACT "opsg-site maintainers <maintainers@opsg-site.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "static site generator for the records of a committee")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"A committee keeps its meeting records as Markdown and TOML. opsg-site decides
by their labels what may be published, reads the action log, the risks and the
other registers out of the records, and renders a static site of headlines,
actions, risks, reviews and decisions, of which nothing depends on what is
withheld.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates, git, openssh-client, pandoc, poppler-utils, rclone, rsync")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "minisign, npm")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
