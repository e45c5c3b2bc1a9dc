# SPDX-FileCopyrightText: 2026 The Batuta authors
# SPDX-License-Identifier: MIT

# Rooms whose headers each compile alone: checked by the target all_verify_interface_header_sets.
set(BATUTA_VERIFIED_ROOMS base flow plan client)

# The sources of a room are compiled a dozen at a time: what they include is read once for all of them. Whoever edits one
# source waits for all twelve, and turns it off.
option(BATUTA_UNITY "Compile the sources of a room together" ON)

function(batuta_compile_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD "${BATUTA_UNITY}" UNITY_BUILD_BATCH_SIZE 12)
endfunction()

# batuta_room(NAME SOURCES a.cpp ... LINKS targets ...): one engine room as the static library batuta_NAME.
function(batuta_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(batuta_${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(batuta_${name} PUBLIC batuta_options ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
  batuta_compile_together(batuta_${name})
  batuta_use_precompiled(batuta_${name} batuta_std)
  if(name IN_LIST BATUTA_VERIFIED_ROOMS)
    file(GLOB headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    target_sources(batuta_${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${CMAKE_SOURCE_DIR}" FILES ${headers})
    set_target_properties(batuta_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  endif()
  set_property(GLOBAL APPEND PROPERTY BATUTA_HEADLESS_TARGETS batuta_${name})
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

# Called once everything is declared: no room and no headless program may reach Qt.
function(batuta_assert_headless)
  get_property(targets GLOBAL PROPERTY BATUTA_HEADLESS_TARGETS)
  foreach(target ${targets} batuta batuta-sandbox)
    if(TARGET ${target})
      batuta_assert_no_qt(${target})
    endif()
  endforeach()
endfunction()
cmake_language(DEFER DIRECTORY "${CMAKE_SOURCE_DIR}" CALL batuta_assert_headless)
