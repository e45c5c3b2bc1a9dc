# SPDX-FileCopyrightText: 2026 The Batuta authors
# SPDX-License-Identifier: MIT
# batuta_options: the language level, warnings and definitions that every target of ours carries.
add_library(batuta_options INTERFACE)
target_compile_features(batuta_options INTERFACE cxx_std_20)
target_include_directories(batuta_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(batuta_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
  -Wswitch -Wsuggest-override)
# GCC 12 takes the storage of an inactive std::variant alternative for an uninitialised read.
target_compile_options(batuta_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
target_compile_definitions(batuta_options INTERFACE
  BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_DISABLE_CONCEPTS)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(BATUTA_CCACHE ccache)
if(BATUTA_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${BATUTA_CCACHE}")
endif()
find_program(BATUTA_LLD ld.lld)
if(BATUTA_LLD)
  add_link_options(-fuse-ld=lld)
endif()

set(BATUTA_SANITIZE "" CACHE STRING "Value of -fsanitize for every target (address,undefined or thread)")
if(BATUTA_SANITIZE)
  add_compile_options(-fsanitize=${BATUTA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${BATUTA_SANITIZE})
endif()
# installer/profiled sets both, one after the other: the program counts which ways it takes, and is compiled again for them.
set(BATUTA_PROFILE "" CACHE STRING "Profile-guided optimisation (GCC): record, or use what was recorded")
if(BATUTA_PROFILE STREQUAL record)
  add_compile_options(-fprofile-generate -fprofile-update=prefer-atomic)
  add_link_options(-fprofile-generate)
elseif(BATUTA_PROFILE STREQUAL use)
  # What the load did not reach is compiled as without a profile, not for the smallest size. BOLT, which comes after the
  # linker, wants functions in one piece and every place where one names another.
  add_compile_options(-fprofile-use -fprofile-partial-training -fprofile-correction -Wno-missing-profile
                      -fno-reorder-blocks-and-partition)
  add_link_options(-Wl,--emit-relocs)
endif()
# Every target tells the fuzzer which branches it took; tests/fuzz links the fuzzer itself.
if(BATUTA_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()
