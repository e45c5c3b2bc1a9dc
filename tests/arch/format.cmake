# SPDX-FileCopyrightText: 2026 The Batuta authors
# SPDX-License-Identifier: MIT
# Fails when a source is not as clang-format (with the .clang-format of the root) would write it.
foreach(folder engine app views tests)
  file(GLOB_RECURSE found "${SOURCE_DIR}/${folder}/*.h" "${SOURCE_DIR}/${folder}/*.cpp")
  list(APPEND sources ${found})
endforeach()
if(NOT sources)
  message(FATAL_ERROR "no source found under ${SOURCE_DIR}")
endif()
execute_process(COMMAND "${CLANG_FORMAT}" --dry-run -Werror --ferror-limit=1 ${sources} RESULT_VARIABLE code)
if(code)
  message(FATAL_ERROR "mend with: clang-format -i FILE")
endif()
