// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/field.h"
#include "engine/logs/log_query.h"
#include "engine/logs/snapshot.h"

#include <memory>

namespace re2 {
class RE2;
}

namespace batuta::logs {

/// A line as a query sees it.
struct LineView
{
    std::string_view text;
    Severity severity = Severity::None;
    LineTime time = kNoTime;
    std::string_view file;
};

enum class Verdict { None, All, Some };

/// One comparison or word of a query, made ready. Of the other kinds it knows only which it is. Immutable;
/// safe on any thread.
class QueryPart
{
public:
    explicit QueryPart(const QueryNode &node);

    QueryNode::Kind kind() const { return m_kind; }
    /// Severity, time and file are known without the text.
    bool isIndexed() const { return m_about != About::Text; }
    Verdict ofBlock(const IndexedFile &file, const LogBlock &lines) const;
    bool ofLine(Severity severity, LineTime time) const;
    bool holdsAlone(const LineView &line, std::string &scratch) const;
    /// What stands in every line that matches; empty when nothing is sure.
    const Needle &needle() const { return m_needle; }
    /// Whether every line with the needle matches.
    bool isNeedleAll() const { return m_isNeedleAll; }
    /// Whether it compares a number with that of a field which is found by its name: needle() is that name.
    bool isNumberAtName() const { return m_isNumberAtName; }
    /// Whether a line without the field matches.
    bool holdsWithout() const;
    /// Whether the line matches in which the name stands at `name`, told from what is beside it alone;
    /// nothing when the line has to be read.
    std::optional<bool> holdsAtName(std::string_view line, std::size_t name) const;

private:
    enum class About { Text, Severity, Time, File, All };

    void prepare(const QueryNode &node);
    bool holdsFor(std::optional<std::string_view> value) const;
    int compare(std::string_view value) const;
    template <class T> bool inOrder(const T &value, const T &with) const;

    QueryNode::Kind m_kind;
    About m_about = About::All;
    QueryOp m_op;
    std::string m_value;
    bool m_isPrefix = false; ///< the value ended with `*`
    std::optional<double> m_number;
    Severity m_severity = Severity::None;
    LineTime m_time = kNoTime;
    Field m_field;
    Needle m_word; ///< of a word alone
    Needle m_needle;
    bool m_isNeedleAll = false;
    bool m_isNumberAtName = false;
    std::shared_ptr<const re2::RE2> m_pattern;
};

} // namespace batuta::logs
