# SPDX-FileCopyrightText: 2026 The Batuta authors
# SPDX-License-Identifier: MIT
# batuta_views_room(NAME SOURCES a.cpp ... LINKS targets ...): one room of the window as the static library
# batuta_NAME. All of them share one precompiled header: views/qt.h.
function(batuta_views_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(batuta_${name} STATIC ${ROOM_SOURCES})
  # The moc of Qt 6.4 cannot parse <concepts>: its include guard keeps it out.
  set_target_properties(batuta_${name} PROPERTIES AUTOMOC ON AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS")
  batuta_compile_together(batuta_${name})
  target_link_libraries(batuta_${name} PUBLIC batuta_options ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
  if(TARGET batuta_views_qt)
    target_link_libraries(batuta_${name} PUBLIC Qt6::Widgets Qt6::Network)
    target_precompile_headers(batuta_${name} REUSE_FROM batuta_views_qt)
  endif()
endfunction()
