# SPDX-FileCopyrightText: 2026 The Batuta authors
# SPDX-License-Identifier: MIT

# batuta_room(NAME SOURCES a.cpp ... LINKS targets ...): one engine room as the static library batuta_NAME.
function(batuta_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(batuta_${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(batuta_${name} PUBLIC batuta_options ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
endfunction()

# batuta_embed(TARGET SYMBOL FILE): the bytes of FILE as `extern const std::string_view batuta::resources::SYMBOL`.
function(batuta_embed target symbol file)
  get_filename_component(path "${file}" ABSOLUTE BASE_DIR "${CMAKE_SOURCE_DIR}")
  set(out "${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp")
  add_custom_command(OUTPUT "${out}"
    COMMAND ${CMAKE_COMMAND} -DINPUT=${path} -DOUTPUT=${out} -DSYMBOL=${symbol} -P "${CMAKE_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS "${path}" "${CMAKE_SOURCE_DIR}/cmake/embed.cmake" VERBATIM)
  target_sources(${target} PRIVATE "${out}")
endfunction()

# batuta_add_test(tst_name LIBS targets ... [LABELS ...] [TIMEOUT s] [EXTRA files]): one Qt Test program from tst_name.cpp.
function(batuta_add_test name)
  cmake_parse_arguments(TEST "SERIAL" "TIMEOUT" "LIBS;LABELS;EXTRA" ${ARGN})
  add_executable(${name} ${name}.cpp ${TEST_EXTRA})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(${name} PRIVATE batuta_options ${TEST_LIBS} Qt6::Test)
  target_compile_definitions(${name} PRIVATE BATUTA_SOURCE_DIR="${CMAKE_SOURCE_DIR}" BATUTA_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 60)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}" RUN_SERIAL ${TEST_SERIAL}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
endfunction()

# batuta_assert_no_qt(TARGET): the configure step fails when TARGET reaches a Qt library through its links.
function(batuta_assert_no_qt target)
  set(seen)
  set(queue ${target})
  while(queue)
    list(POP_FRONT queue item)
    if(item MATCHES "^Qt6")
      message(FATAL_ERROR "${target} must not reach Qt, but links ${item}")
    endif()
    if(TARGET ${item} AND NOT item IN_LIST seen)
      list(APPEND seen ${item})
      foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
        get_target_property(links ${item} ${property})
        if(links)
          list(APPEND queue ${links})
        endif()
      endforeach()
    endif()
  endwhile()
endfunction()
