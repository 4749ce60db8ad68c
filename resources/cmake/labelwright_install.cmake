# What `cmake --install` puts where, and the Debian package that CPack makes of it
# (packaging/deb.sh).

include(GNUInstallDirs)
set(shared_files ${PROJECT_SOURCE_DIR}/resources)

install(TARGETS labelwright labelwright-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${shared_files}/desktop/labelwright.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${shared_files}/desktop/io.github.labelwright.Labelwright.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${shared_files}/icons/labelwright.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/LICENSE
              ${PROJECT_SOURCE_DIR}/packaging/deb/copyright
        DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/labelwright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME labelwright)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Labelwright developers <labelwright@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbench for multi-label image classification")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Labelwright takes photos, or spectrograms of songs, to a deployed classifier
on this machine: import, split, train with live curves, inspect per label,
steer with thresholds, deploy and export. There is a desktop application,
labelwright, and a command line, labelwright-cli, that does the same.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so that no linked library names them: picture formats, and a
# BLAS without which libtorch is many times slower.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "qt6-image-formats-plugins, libopenblas0-pthread")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, qt6-wayland")
include(CPack)
