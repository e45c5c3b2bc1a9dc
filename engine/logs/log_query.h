// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/logs/line_head.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::logs {

enum class QueryOp { Equal, NotEqual, AtLeast, AtMost, More, Less, Like, NotLike };

/// What one part of a query asks of a line.
struct QueryNode
{
    enum class Kind {
        All,     ///< every line
        And,     ///< of its parts
        Or,      ///< of its parts
        Not,     ///< of its one part
        Compare, ///< field, op, value
        Word,    ///< value stands in the message
    };
    Kind kind = Kind::All;
    std::vector<QueryNode> parts{};
    std::string field{};
    QueryOp op = QueryOp::Equal;
    std::string value{};

    bool operator==(const QueryNode &) const = default;
};

/// What is wrong with a query: where, and the whole query as it was probably meant ("" when nobody knows).
struct QueryProblem
{
    enum class Kind {
        MissingValue,    ///< `severity>=`
        MissingField,    ///< `=503`
        MissingPart,     ///< `a and`, `()`
        OpenQuote,       ///< `"a`
        OpenBracket,     ///< `(a`
        ExtraBracket,    ///< `a)`
        WrongOperator,   ///< `a==b`, `a && b`
        BadRegex,        ///< detail says why
        UnknownSeverity, ///< `severity=HIGH`
        BadTime,         ///< `time>=noon`
        TooLong,
        TooDeep,
    };
    Kind kind = Kind::MissingPart;
    std::size_t begin = 0, length = 0; ///< bytes
    std::string detail{};
    std::string fixed{};
};

/// Coloured pieces of a query, for who shows it while it is typed.
struct QueryToken
{
    enum class Kind { Field, Operator, Value, Word, Keyword, Bracket };
    Kind kind;
    std::size_t begin, length; ///< bytes
};

/// `execution_id=9b1f6e0c* and (severity>=WARN or not service="api gateway") message~"5\d\d" timeout`: fields
/// compared with `=`, `!=`, `>=`, `<=`, `>`, `<`, `~` and `!~` (regular expressions); `and`, `or`, `not` and
/// brackets; beside each other means and; a word alone stands in the message (in lower case: in any case).
/// `*` at the end of a value stands for any rest, alone for any value. A missing field equals nothing.
/// `severity` and `time` are known whatever the line calls them; `file` is the file's name; `line` the whole
/// line.
struct LogQuery
{
    static constexpr std::size_t kLongest = 4000;
    static constexpr int kDeepest = 50;

    QueryNode root;

    /// The query, or what is wrong with it.
    static tl::expected<LogQuery, QueryProblem> read(std::string_view text);
    /// The same as an Error for people who have no window.
    static Result<LogQuery> parse(std::string_view text);
    /// As a person would write it: what read() gives the same query for. "" for all lines.
    std::string text() const;

    bool isAll() const { return root.kind == QueryNode::Kind::All; }
    /// The values that are asked of `field` and joined to the rest by `and`: as facets show them.
    std::vector<std::string> chosen(std::string_view field) const;
    /// The same query with other values for `field`; none: without that part.
    LogQuery withChosen(std::string_view field, const std::vector<std::string> &values) const;
    /// And this too; not a second time.
    LogQuery with(QueryNode part) const;

    bool operator==(const LogQuery &) const = default;
};

std::vector<QueryToken> queryTokens(std::string_view text);
std::string_view opText(QueryOp op);
/// English, one sentence.
std::string problemText(const QueryProblem &problem);
/// As it stands in a query: with quotes where it needs them.
std::string quotedValue(std::string_view value);
/// `2026-11-21T14:21`, a date alone, with a zone or in UTC; kNoTime for other words.
LineTime timeOfValue(std::string_view value);
/// Names by which a query means when, or how bad, whatever the line calls it.
bool meansTime(std::string_view field);
bool meansSeverity(std::string_view field);

} // namespace batuta::logs
