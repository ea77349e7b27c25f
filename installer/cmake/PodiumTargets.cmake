# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0

# Compiler settings and the helpers by which every target of Podium is made.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # Several build folders of one source tree share their objects.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
endif()

add_library(podium_settings INTERFACE)
target_include_directories(podium_settings INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(podium_settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 PODIUM_VERSION="${PROJECT_VERSION}")
target_compile_options(podium_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -fstack-protector-strong
    $<$<BOOL:${PODIUM_WERROR}>:-Werror>
    $<$<AND:$<BOOL:${PODIUM_PCH}>,$<CXX_COMPILER_ID:GNU>>:-fpch-preprocess>
    $<$<AND:$<CONFIG:Debug>,$<CXX_COMPILER_ID:GNU>>:-Og>)
if(PODIUM_SANITIZE)
    target_compile_options(podium_settings INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(podium_settings INTERFACE -fsanitize=address,undefined)
endif()
if(PODIUM_FUZZ)
    target_compile_options(podium_settings INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
    target_link_options(podium_settings INTERFACE -fsanitize=address,undefined)
endif()
if(PODIUM_TIDY)
    find_program(CLANG_TIDY_PROGRAM clang-tidy)
    if(CLANG_TIDY_PROGRAM)
        set(CMAKE_CXX_CLANG_TIDY ${CLANG_TIDY_PROGRAM})
    endif()
    # As a plugin of clang++; its name has no prefix.
    set(CMAKE_FIND_LIBRARY_PREFIXES "")
    find_library(CLAZY_PLUGIN ClazyPlugin)
    if(CLAZY_PLUGIN)
        target_compile_options(podium_settings INTERFACE
            "SHELL:-Xclang -load -Xclang ${CLAZY_PLUGIN}" "SHELL:-Xclang -add-plugin -Xclang clazy"
            "SHELL:-Xclang -plugin-arg-clazy -Xclang level0,level1")
    endif()
endif()

# Two precompiled headers, one with and one without widgets, for faster builds. A library or program takes the one of its
# folder. Sources still include what they use: the tidy preset builds without.
if(PODIUM_PCH)
    # Named by <…>, so that what CMake writes is the same in every clone, and ccache knows it again.
    foreach(kind core widgets)
        set(stub "${CMAKE_BINARY_DIR}/podium_pch_${kind}.cpp")
        file(GENERATE OUTPUT "${stub}" CONTENT "")
        add_library(podium_pch_${kind} STATIC "${stub}")
        set_target_properties(podium_pch_${kind} PROPERTIES AUTOMOC OFF AUTORCC OFF)
        target_precompile_headers(podium_pch_${kind} PRIVATE <installer/cmake/pch_${kind}.h>)
        target_link_libraries(podium_pch_${kind} PRIVATE podium_settings nlohmann_json::nlohmann_json)
        target_compile_options(podium_pch_${kind} PRIVATE -fPIC)
        # As Qt6::Core has it: with another state of this macro GCC would refuse the header.
        target_compile_definitions(podium_pch_${kind} PRIVATE $<$<NOT:$<CONFIG:Debug>>:QT_NO_DEBUG>)
        # The folders of Qt only, not its definitions: those differ by the libraries that a target links.
        foreach(module Core Concurrent Gui Widgets)
            target_include_directories(podium_pch_${kind} SYSTEM PRIVATE
                $<TARGET_PROPERTY:Qt6::${module},INTERFACE_INCLUDE_DIRECTORIES>)
        endforeach()
    endforeach()
endif()

function(podium_precompile name)
    if(NOT PODIUM_PCH)
        return()
    endif()
    set(kind core)
    file(RELATIVE_PATH folder "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
    if(folder MATCHES "^(tests/)?(ui|app$|journeys|bench)")
        set(kind widgets)
    endif()
    target_precompile_headers(${name} REUSE_FROM podium_pch_${kind})
endfunction()

# podium_library(NAME SOURCES … LINK …): one folder, one static library. LINK is public: it states which neighbours the
# folder may include, and the layers test holds it to that.
function(podium_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    list(FILTER arg_SOURCES EXCLUDE REGEX "^$")
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC podium_settings ${arg_LINK})
    podium_precompile(${name})
endfunction()

# Everything but the unit tests: those that tests/run does on stage, and the benchmarks.
if(PODIUM_TESTS AND NOT PODIUM_SANITIZE)
    add_custom_target(podium_stage_tests)
endif()

# podium_test(NAME LABEL SOURCES … LINK …): one tst_<class>. LABEL says what it needs to run:
#   unit      nothing (offscreen)            keychain  a session bus with an unlocked keyring
#   contract  the sandbox                    journey   the sandbox, a display, a session bus with a keyring
#   full      the full sandbox       hub       the sandbox with its hub, and all that a journey needs
function(podium_test name label)
    if(PODIUM_SANITIZE AND NOT label STREQUAL "unit")
        return() # the sanitizers run over the unit tests only
    endif()
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE podium_settings Qt6::Test ${arg_LINK})
    podium_precompile(${name})
    # Empty: a test includes its own .moc.
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp"
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    target_compile_definitions(${name} PRIVATE
        PODIUM_SOURCE_DIR="${CMAKE_SOURCE_DIR}" PODIUM_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data"
        PODIUM_SCREENSHOTS="${CMAKE_BINARY_DIR}/screenshots")
    if(label STREQUAL "unit")
        add_test(NAME ${name} COMMAND ${name})
    else()
        podium_staged_test(${name} ${name} ${label})
    endif()
    if(label STREQUAL "unit")
        set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT 120 ENVIRONMENT
            "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Europe/Berlin;ASAN_OPTIONS=detect_leaks=0")
    else()
        add_dependencies(podium_stage_tests ${name})
    endif()
endfunction()

# podium_test_again(TARGET LABEL): runs a test a second time, with another label.
function(podium_test_again target label)
    if(TARGET ${target})
        podium_staged_test(${target}_${label} ${target} ${label})
    endif()
endfunction()

# Each with a screen, a session bus and a keychain of its own: what one leaves behind, the next does not find.
function(podium_staged_test name target label)
    add_test(NAME ${name} COMMAND bash "${CMAKE_SOURCE_DIR}/tests/lib/session" $<TARGET_FILE:${target}>)
    set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 300)
    if(label STREQUAL "full")
        set_tests_properties(${name} PROPERTIES ENVIRONMENT "PODIUM_SANDBOX=full")
    endif()
endfunction()

# podium_benchmark(NAME …): built with the tests, run on demand.
function(podium_benchmark name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE podium_settings Qt6::Test ${arg_LINK})
    podium_precompile(${name})
    target_compile_definitions(${name} PRIVATE
        PODIUM_SOURCE_DIR="${CMAKE_SOURCE_DIR}" PODIUM_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data")
    add_dependencies(podium_stage_tests ${name})
endfunction()

# podium_fuzzer(NAME …): a libFuzzer target, present in the fuzz preset only.
function(podium_fuzzer name)
    if(NOT PODIUM_FUZZ)
        return()
    endif()
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE podium_settings ${arg_LINK})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()
