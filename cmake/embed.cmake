# SPDX-FileCopyrightText: 2026 The Batuta authors
# SPDX-License-Identifier: MIT
# Writes OUTPUT: a C++ source that holds the bytes of INPUT as batuta::resources::SYMBOL.
file(READ "${INPUT}" hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR bytes "${digits} / 2")
# Sixteen bytes a line, then each byte as an escape (a regular expression here has at most nine groups).
string(REGEX REPLACE "(................................)" "\\1\n" lines "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escaped "${lines}")
string(REPLACE "\n" "\"\n\"" escaped "${escaped}")
file(WRITE "${OUTPUT}" "#include <string_view>
namespace batuta::resources {
extern const std::string_view ${SYMBOL};
const std::string_view ${SYMBOL}{\"${escaped}\", ${bytes}};
} // namespace batuta::resources
")
