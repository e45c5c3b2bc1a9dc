// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/query_part.h"

#include "engine/logs/matcher.h"

#include "engine/base/text.h"

#include <charconv>
#include <cstring>
#include <re2/re2.h>

namespace batuta::logs {
namespace {

std::optional<double> numberOf(std::string_view text)
{
    double number = 0;
    if (text.empty() ||
        std::string_view("-.0123456789").find(text[0]) == std::string_view::npos) // no nan, no inf
        return std::nullopt;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// A number as programs write most of them, at the beginning of `text`: whole, and not so long that a double
/// has no place for it. Nothing for any other value.
std::optional<double> wholeNumberAt(std::string_view text)
{
    constexpr std::size_t kMostDigits = 15;
    const bool isNegative = text.starts_with('-');
    std::size_t at = isNegative ? 1 : 0;
    const std::size_t begin = at;
    std::int64_t number = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin <= kMostDigits; ++at)
        number = number * 10 + (text[at] - '0');
    if (at == begin || at - begin > kMostDigits || at >= text.size() || (text[at] != ',' && text[at] != '}'))
        return std::nullopt;
    return static_cast<double>(isNegative ? -number : number);
}

bool isPlain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           std::string_view(" _-.,:;()[]{}#@!$%*^~|?").find(byte) != std::string_view::npos;
}

bool hasCapitals(std::string_view text)
{
    return lowered(text) != text;
}

bool isNegative(QueryOp op)
{
    return op == QueryOp::NotEqual || op == QueryOp::NotLike;
}

} // namespace

std::string plainRun(std::string_view text)
{
    std::string_view best;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isPlain(text[end]))
            ++end;
        if (end - at > best.size())
            best = text.substr(at, end - at);
        at = end + 1;
    }
    return std::string(best);
}

std::string literalOf(std::string_view pattern, bool &isAll)
{
    constexpr std::string_view kMeta = R"(\^$.|?*+()[]{})";
    isAll = pattern.find_first_of(kMeta) == std::string_view::npos;
    if (isAll)
        return std::string(pattern);
    if (pattern.find('|') != std::string_view::npos || pattern.find("(?") != std::string_view::npos ||
        pattern.find('\\') != std::string_view::npos || pattern.find('[') != std::string_view::npos)
        return {}; // not worth a second reader of regular expressions
    std::string best;
    std::string run;
    int depth = 0;
    for (std::size_t i = 0; i <= pattern.size(); ++i) {
        const char byte = i < pattern.size() ? pattern[i] : '^';
        if (depth == 0 && kMeta.find(byte) == std::string_view::npos) {
            run += byte;
            continue;
        }
        if ((byte == '?' || byte == '*' || byte == '{') && !run.empty())
            run.pop_back(); // it may be missing
        if (run.size() > best.size())
            best = run;
        run.clear();
        depth += byte == '(' || byte == '{' ? 1 : byte == ')' || byte == '}' ? -1 : 0;
    }
    return best;
}

QueryPart::QueryPart(const QueryNode &node)
    : m_kind(node.kind)
    , m_op(node.op)
    , m_value(node.value)
    , m_field(node.field)
{
    if (m_kind == QueryNode::Kind::Word) {
        m_about = About::Text;
        m_word = Needle(m_value, !hasCapitals(m_value));
        m_needle = Needle(plainRun(m_value), !hasCapitals(m_value));
    } else if (m_kind == QueryNode::Kind::Compare) {
        prepare(node);
    }
}

void QueryPart::prepare(const QueryNode &node)
{
    const bool isLike = m_op == QueryOp::Like || m_op == QueryOp::NotLike;
    const bool isAnything = m_value == "*" && (m_op == QueryOp::Equal || m_op == QueryOp::NotEqual);
    m_severity = severityOf(m_value);
    if (meansTime(node.field) && !isLike && !isAnything) {
        m_about = About::Time;
        m_time = timeOfValue(m_value);
        return;
    }
    if (meansSeverity(node.field) && !isLike && m_severity != Severity::None) {
        m_about = About::Severity;
        return;
    }
    m_about = node.field == "file" ? About::File : About::Text;
    bool isAll = false;
    std::string sure;
    if (isLike) {
        re2::RE2::Options options(re2::RE2::Quiet);
        options.set_max_mem(16 << 20);
        m_pattern = std::make_shared<re2::RE2>(m_value, options);
        sure = literalOf(m_value, isAll);
    } else {
        m_isPrefix = (m_op == QueryOp::Equal || m_op == QueryOp::NotEqual) && m_value.ends_with('*');
        if (m_isPrefix)
            m_value.pop_back();
        m_number = numberOf(m_value);
        if (m_op == QueryOp::Equal)
            sure = m_value;
    }
    const bool isField = m_about == About::Text && !m_field.surely().empty();
    if (isField && m_number && m_op == QueryOp::NotEqual && node.field.find('.') == std::string::npos) {
        m_isNumberAtName = true;
        m_needle = Needle(node.field);
    }
    if (m_about == About::File || isNegative(m_op))
        return;
    const bool isLine = node.field == "line";
    if (isLine && isLike && isAll) {
        m_isNeedleAll = m_value.find('\n') == std::string::npos;
        m_needle = Needle(m_value);
        return;
    }
    const std::string run = isLine ? sure : plainRun(sure);
    const std::string name = m_field.surely();
    const bool isByName = run.size() < 3 && !name.empty(); // 1 or 5 stands everywhere
    m_needle = Needle(isByName ? name : run);
    m_isNumberAtName = isField && isByName && m_number && name == node.field;
}

bool QueryPart::holdsWithout() const
{
    return isNegative(m_op);
}

/// As Field::raw() and holdsFor() would, of a flat object.
std::optional<bool> QueryPart::holdsAtName(std::string_view line, std::size_t name) const
{
    std::size_t at = name + m_needle.text().size();
    const bool isQuoted = name >= 2 && at + 1 < line.size() && line[name - 1] == '"' &&
                          line[name - 2] != '\\' && line[at] == '"' && line[at + 1] == ':';
    if (!isQuoted || line.front() != '{' || std::memchr(line.data() + 1, '{', name - 1) != nullptr)
        return std::nullopt;
    at += line.substr(at).starts_with("\": ") ? 3 : 2;
    const std::optional<double> number = wholeNumberAt(line.substr(at));
    return number ? std::optional(inOrder(*number, *m_number)) : std::nullopt;
}

template <class T> bool QueryPart::inOrder(const T &value, const T &with) const
{
    switch (m_op) {
    case QueryOp::Equal:
    case QueryOp::Like:
        return value == with;
    case QueryOp::NotEqual:
    case QueryOp::NotLike:
        return !(value == with);
    case QueryOp::AtLeast:
        return value >= with;
    case QueryOp::AtMost:
        return value <= with;
    case QueryOp::More:
        return value > with;
    case QueryOp::Less:
        return value < with;
    }
    return false;
}

bool QueryPart::ofLine(Severity severity, LineTime time) const
{
    if (m_about == About::Severity)
        return (severity != Severity::None || m_op == QueryOp::NotEqual) && inOrder(severity, m_severity);
    return time == kNoTime ? m_op == QueryOp::NotEqual : inOrder(time, m_time);
}

Verdict QueryPart::ofBlock(const IndexedFile &file, const LogBlock &lines) const
{
    if (m_about == About::All)
        return Verdict::All;
    if (m_about == About::File)
        return holdsFor(file.file().name()) ? Verdict::All : Verdict::None;
    if (m_about == About::Severity) {
        std::uint64_t matching = 0;
        for (int i = 0; i < kSeverityCount; ++i)
            if (ofLine(static_cast<Severity>(i), kNoTime))
                matching += lines.counts()[static_cast<std::size_t>(i)];
        return matching == 0 ? Verdict::None : matching == lines.lines() ? Verdict::All : Verdict::Some;
    }
    const bool isOrder = m_op != QueryOp::Equal && m_op != QueryOp::NotEqual;
    const bool hasAll = lines.firstTime() != kNoTime && lines.time(0) >= lines.firstTime() &&
                        lines.time(0) <= lines.lastTime(); // none has the time of the block before
    if (!isOrder || !hasAll)
        return Verdict::Some;
    const bool first = inOrder(lines.firstTime(), m_time);
    const bool last = inOrder(lines.lastTime(), m_time);
    return first != last ? Verdict::Some : first ? Verdict::All : Verdict::None;
}

bool QueryPart::holdsAlone(const LineView &line, std::string &scratch) const
{
    switch (m_about) {
    case About::All:
        return true;
    case About::File:
        return holdsFor(line.file);
    case About::Severity:
    case About::Time:
        return ofLine(line.severity, line.time);
    case About::Text:
        break;
    }
    if (m_kind == QueryNode::Kind::Word)
        return m_word.find(messageOf(line.text, scratch)) != Needle::npos;
    return holdsFor(m_field.text(line.text, scratch));
}

bool QueryPart::holdsFor(std::optional<std::string_view> value) const
{
    if (!value)
        return isNegative(m_op);
    if (m_pattern) {
        const bool found = re2::RE2::PartialMatch(re2::StringPiece(value->data(), value->size()), *m_pattern);
        return found == (m_op == QueryOp::Like);
    }
    if (m_isPrefix)
        return value->starts_with(m_value) == (m_op == QueryOp::Equal);
    if (m_number)
        if (const std::optional<double> number = numberOf(*value))
            return inOrder(*number, *m_number);
    return inOrder(*value, std::string_view(m_value));
}

} // namespace batuta::logs
