# SPDX-FileCopyrightText: 2026 The Batuta authors
# SPDX-License-Identifier: MIT

# batuta_test_options: what the test programs carry besides. They are built once and run for a second: not optimised
# in a debug build, while the rooms they link are. Qt's names for the folders of a test would differ in each, which
# a precompiled header does not allow.
add_library(batuta_test_options INTERFACE)
target_link_libraries(batuta_test_options INTERFACE batuta_options Qt6::Test)
target_compile_definitions(batuta_test_options INTERFACE
  BATUTA_SOURCE_DIR="${CMAKE_SOURCE_DIR}" BATUTA_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
target_compile_options(batuta_test_options INTERFACE $<$<CONFIG:Debug>:-O0>
  -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
set(qt_test <QFile> <QSignalSpy> <QTemporaryDir> <QTest>)
batuta_precompiled(batuta_test_std LIBS batuta_test_options HEADERS ${qt_test} ${BATUTA_STD_HEADERS})
if(BATUTA_CONSOLE)
  batuta_precompiled(batuta_test_views LIBS batuta_test_options Qt6::Widgets Qt6::Network
    HEADERS "${CMAKE_SOURCE_DIR}/views/qt.h" ${qt_test})
endif()

# batuta_moc(TARGET FILE): FILE.moc from FILE.cpp, which includes it. A class of tests needs no other file to be read,
# so that this takes a hundredth of AUTOMOC.
function(batuta_moc target file)
  set(moc "${CMAKE_CURRENT_BINARY_DIR}/${file}.moc")
  add_custom_command(OUTPUT "${moc}"
    COMMAND Qt6::moc -o "${moc}" "${CMAKE_CURRENT_SOURCE_DIR}/${file}.cpp"
    DEPENDS "${file}.cpp" VERBATIM)
  target_sources(${target} PRIVATE "${moc}")
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
endfunction()

# batuta_link_extra(TARGET FILE LIBS ...): a source that several tests share, compiled once as a static library.
function(batuta_link_extra target file)
  file(RELATIVE_PATH path "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  string(MAKE_C_IDENTIFIER "${path}" library)
  if(NOT TARGET ${library})
    add_library(${library} STATIC "${file}")
    target_link_libraries(${library} PUBLIC batuta_test_options ${ARGN})
    batuta_use_precompiled(${library} batuta_test_std)
  endif()
  target_link_libraries(${target} PRIVATE ${library})
endfunction()

# batuta_add_test(tst_name LIBS targets ... [LABELS ...] [TIMEOUT s] [EXTRA files]): one Qt Test program from tst_name.cpp.
function(batuta_add_test name)
  cmake_parse_arguments(TEST "SERIAL" "TIMEOUT" "LIBS;LABELS;EXTRA" ${ARGN})
  add_executable(${name} ${name}.cpp)
  batuta_moc(${name} ${name})
  target_link_libraries(${name} PRIVATE ${TEST_LIBS} batuta_test_options)
  foreach(file ${TEST_EXTRA})
    batuta_link_extra(${name} ${file} ${TEST_LIBS})
  endforeach()
  if(BATUTA_CONSOLE AND "views" IN_LIST TEST_LABELS)
    target_link_libraries(${name} PRIVATE Qt6::Widgets Qt6::Network)
    batuta_use_precompiled(${name} batuta_test_views)
  else()
    batuta_use_precompiled(${name} batuta_test_std)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 60)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}" RUN_SERIAL ${TEST_SERIAL}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;TSAN_OPTIONS=die_after_fork=0:suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan.supp;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0")
endfunction()
