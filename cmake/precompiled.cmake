# SPDX-FileCopyrightText: 2026 The Batuta authors
# SPDX-License-Identifier: MIT
# Precompiled headers, one for each set of compiler flags: what nearly every file of that kind includes, and no header
# of ours, so that an edit rebuilds what it did before. Each file still includes what it uses: the preset fuzz
# builds without them, one source at a time.
option(BATUTA_PCH "Precompile the headers that most of the sources include" ON)

set(BATUTA_STD_HEADERS <algorithm> <array> <functional> <map> <memory> <optional> <set> <string> <string_view>
  <unordered_map> <variant> <vector> <tl/expected.hpp>)

# batuta_precompiled(NAME LIBS targets ... HEADERS headers ...): what other targets take with batuta_use_precompiled.
function(batuta_precompiled name)
  cmake_parse_arguments(PCH "" "" "LIBS;HEADERS" ${ARGN})
  if(BATUTA_PCH)
    add_library(${name} STATIC "${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp")
    target_link_libraries(${name} PRIVATE batuta_options tl::expected ${PCH_LIBS})
    target_precompile_headers(${name} PRIVATE ${PCH_HEADERS})
  endif()
endfunction()

function(batuta_use_precompiled target name)
  if(BATUTA_PCH)
    target_precompile_headers(${target} REUSE_FROM ${name})
    # GCC forgets the pragmas of a precompiled header, also those that keep these quiet within the standard library.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds -Wno-restrict -Wno-stringop-overflow>)
  endif()
endfunction()

batuta_precompiled(batuta_std HEADERS ${BATUTA_STD_HEADERS})
