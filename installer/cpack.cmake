# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0

# What is installed beside the program, and how it is packed: a Debian package and an archive.

install(FILES "${CMAKE_CURRENT_LIST_DIR}/podium-mime.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages"
    RENAME podium.xml)
install(FILES "${CMAKE_CURRENT_LIST_DIR}/podium.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${CMAKE_CURRENT_LIST_DIR}/org.podium.Podium.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/podium.svg"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${CMAKE_CURRENT_LIST_DIR}/podium.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/podium" RENAME copyright)

# "Start the local sandbox" works from an installed Podium, too.
install(DIRECTORY "${CMAKE_CURRENT_LIST_DIR}/sandbox" DESTINATION "${CMAKE_INSTALL_DATADIR}/podium"
    USE_SOURCE_PERMISSIONS PATTERN "target" EXCLUDE)

# The packages of one section of packages.txt, separated by commas.
function(podium_packages section result)
    file(STRINGS "${CMAKE_SOURCE_DIR}/installer/packages.txt" lines)
    set(current "")
    set(packages "")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "#.*" "" line "${line}")
        string(STRIP "${line}" line)
        if(line MATCHES "^\\[(.*)\\]$")
            set(current "${CMAKE_MATCH_1}")
        elseif(line AND current STREQUAL section)
            list(APPEND packages "${line}")
        endif()
    endforeach()
    list(JOIN packages ", " packages)
    set(${result} "${packages}" PARENT_SCOPE)
endfunction()

podium_packages(run-time podium_runtime_packages)
podium_packages(sandbox podium_sandbox_packages)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME podium)
set(CPACK_PACKAGE_VENDOR "The Podium authors")
set(CPACK_PACKAGE_CONTACT "The Podium authors <podium@podium.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Desktop console for SonataFlow workflows")
set(CPACK_PACKAGE_INSTALL_DIRECTORY podium)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Signs in through Keycloak, lists workflows and their instances, starts runs with forms\nmade from each workflow's input schema, and shows instances live on their graph.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # the libraries that the program links
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${podium_runtime_packages}") # what it loads at run time
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "${podium_sandbox_packages}")
include(CPack)
