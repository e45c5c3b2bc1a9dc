// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/error.h"
#include "engine/json/value.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::flow {

/// What is believed of a YAML text before it is read.
struct YamlLimits
{
    std::uint64_t bytes = 1u << 20; ///< of the file, and of its texts with aliases expanded
    int depth = 32;
    std::size_t nodes = 100'000; ///< with aliases expanded
    std::size_t aliases = 1'000;
};

/// Line and column (in characters) of a node; both count from 1.
struct YamlMark
{
    int line = 0;
    int column = 0;

    bool operator==(const YamlMark &) const = default;
};

/// One node of a YAML document, a value that owns its children. Aliases are already expanded, keys of a
/// mapping are texts and unique. Scalars keep their spelling; `toJson` gives them the types of YAML 1.2's
/// core schema.
struct YamlNode
{
    enum class Kind { Null, Scalar, Sequence, Mapping };
    struct Member;

    Kind kind = Kind::Null;
    bool plain = false; ///< a scalar without quotes or block indicator: it may be a number or a boolean
    std::string text;   ///< of a scalar
    YamlMark mark;      ///< where the node begins
    YamlMark textMark;  ///< where the first character of `text` stands
    int indent = 0;     ///< blanks that a block scalar loses at the start of each line
    std::vector<YamlNode> items;
    std::vector<Member> members;

    bool isNull() const { return kind == Kind::Null; }
    bool isScalar() const { return kind == Kind::Scalar; }
    bool isSequence() const { return kind == Kind::Sequence; }
    bool isMapping() const { return kind == Kind::Mapping; }
    const Member *member(std::string_view key) const;
    /// The place of a text's character in the file, for a place that was counted inside `text` from
    /// `textMark`.
    Place placeInText(Place place) const;
};

struct YamlNode::Member
{
    std::string key;
    YamlMark keyMark;
    YamlNode value;
};

/// A document, or everything that stands in its way; `root` is there exactly when `errors` is empty.
struct YamlReading
{
    std::optional<YamlNode> root;
    Errors errors;
};

/// Reads one document. The bounds are checked while the text is read, before anything large is built;
/// duplicate keys, merge keys, foreign tags and a second document are refused.
YamlReading readYaml(std::string_view text, const std::string &file, const YamlLimits &limits = {});

/// The node as JSON, plain scalars typed by the core schema: true, false, null, integers and floats; `yes` is
/// a text.
json::Value toJson(const YamlNode &node);
/// `a mapping`, `a list`, `a text`, `a number`, `a boolean` or `nothing`.
std::string_view kindText(const YamlNode &node);

} // namespace batuta::flow
