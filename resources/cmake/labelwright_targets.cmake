# Functions that define Labelwright's targets, so that warnings, sanitizers and include folders are
# set in one place.

function(labelwright_compile_options target)
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_compile_definitions(${target} PUBLIC QT_NO_KEYWORDS QT_NO_CAST_FROM_BYTEARRAY)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
    if(LABELWRIGHT_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(LABELWRIGHT_SANITIZE)
        target_compile_options(${target} PUBLIC -fsanitize=address,undefined -fno-omit-frame-pointer
                                                -fno-sanitize-recover=undefined)
        # GCC 12 takes members for uninitialised where the sanitizers add their own branches.
        target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized)
        target_link_options(${target} PUBLIC -fsanitize=address,undefined)
    endif()
endfunction()

# Compiles the headers that nearly every file reads once per target: a torch header alone costs 17 s
# a file, so precompiled it saves most of the build's time.
function(labelwright_precompile target)
    if(NOT LABELWRIGHT_PRECOMPILE)
        return()
    endif()
    target_precompile_headers(${target} PRIVATE
        <algorithm> <functional> <memory> <optional> <span> <vector>
        <QByteArray> <QHash> <QJsonObject> <QString> <QStringList>
        <tl/expected.hpp> ${ARGN})
    if(LABELWRIGHT_CCACHE)
        target_compile_options(${target} PRIVATE -fpch-preprocess)
    endif()
endfunction()

# labelwright_core(<folder> [DEPENDS <folder>...] [PUBLIC_LIBRARIES <target>...]
#                  [PRIVATE_LIBRARIES <target>...] [PRECOMPILE <header>...])
# makes the target labelwright_<folder> of all sources in the current folder. DEPENDS names other
# core folders; third-party libraries are PRIVATE to the folder that wraps them.
function(labelwright_core folder)
    cmake_parse_arguments(ARG "" "" "DEPENDS;PUBLIC_LIBRARIES;PRIVATE_LIBRARIES;PRECOMPILE"
                          ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
    set(target labelwright_${folder})
    add_library(${target} STATIC ${sources})
    set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
    labelwright_compile_options(${target})
    list(TRANSFORM ARG_DEPENDS PREPEND labelwright_)
    target_link_libraries(${target}
        PUBLIC ${ARG_DEPENDS} ${ARG_PUBLIC_LIBRARIES}
        PRIVATE ${ARG_PRIVATE_LIBRARIES})
    labelwright_precompile(${target} ${ARG_PRECOMPILE})
endfunction()

# labelwright_tests(<name> LIBRARIES <target>...) makes <name>_tests of all *_test.cpp files in the
# current folder and registers each of its tests with ctest.
function(labelwright_tests name)
    cmake_parse_arguments(ARG "" "" "LIBRARIES" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
    if(NOT sources)
        return()
    endif()
    set(target ${name}_tests)
    add_executable(${target} ${sources})
    labelwright_compile_options(${target})
    target_compile_definitions(${target} PRIVATE
        LABELWRIGHT_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        LABELWRIGHT_BINARY_DIR="${PROJECT_BINARY_DIR}")
    target_link_libraries(${target} PRIVATE labelwright_test_main ${ARG_LIBRARIES})
    labelwright_precompile(${target} <gtest/gtest.h>)
    gtest_discover_tests(${target} TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST
                         PROPERTIES TIMEOUT 600)
endfunction()
