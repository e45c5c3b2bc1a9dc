# SPDX-FileCopyrightText: 2026 The Batuta authors
# SPDX-License-Identifier: MIT
# Every third-party library, found once. All are Debian 12 packages (installer/packages lists them).
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED) # Asio and Beast: headers only
find_package(OpenSSL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(spdlog REQUIRED)
find_package(fmt REQUIRED)
find_package(simdjson REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED) # libpq
find_package(tl-expected REQUIRED)
find_library(BATUTA_JEMALLOC jemalloc REQUIRED)
find_library(BATUTA_LZ4 lz4 REQUIRED)
find_library(BATUTA_LIBYAML yaml REQUIRED)
find_library(BATUTA_RE2 re2 REQUIRED)
find_package(LibArchive REQUIRED)
if(BATUTA_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Test)
endif()
if(BATUTA_CONSOLE)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Svg Charts DBus)
  find_program(BATUTA_LRELEASE lrelease PATHS /usr/lib/qt6/bin NO_DEFAULT_PATH REQUIRED)
  find_program(BATUTA_LUPDATE lupdate PATHS /usr/lib/qt6/bin NO_DEFAULT_PATH REQUIRED)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(GVC REQUIRED IMPORTED_TARGET libgvc)
endif()
