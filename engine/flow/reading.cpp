// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/reading.h"

#include "engine/base/text.h"

#include <algorithm>

namespace batuta::flow {
namespace {

/// More would help nobody, and a hostile file could ask for millions.
constexpr std::size_t kMostErrors = 200;

/// A hostile file may name things with megabytes; an error quotes the beginning.
std::string shortened(std::string text)
{
    constexpr std::size_t kLongest = 300;
    if (text.size() <= kLongest)
        return text;
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

bool isPlainWord(const YamlNode &node)
{
    return node.isScalar() && !toJson(node).isNull();
}

} // namespace

Field Field::operator[](std::string_view name) const
{
    const YamlNode::Member *found = node ? node->member(name) : nullptr;
    return found ? member(*found) : Field();
}

Field Field::member(const YamlNode::Member &member) const
{
    return {&member.value, subject.empty() ? member.key : subject + "." + member.key, member.keyMark};
}

Field Field::item(std::size_t index) const
{
    const YamlNode &child = node->items[index];
    return {&child, subject + "[" + std::to_string(index) + "]", child.mark};
}

YamlMark Field::mark() const
{
    return !node || node->isNull() ? key : node->mark;
}

Reading::Reading(std::string file)
    : m_file(std::move(file))
{
}

bool Reading::isFull() const
{
    return m_errors.size() > kMostErrors;
}

Errors Reading::takeErrors()
{
    const auto at = [](const Error &error) { return std::make_pair(error.place.line, error.place.column); };
    std::stable_sort(m_errors.begin(), m_errors.end(),
                     [&](const Error &a, const Error &b) { return at(a) < at(b); });
    return std::move(m_errors);
}

void Reading::push(Error error)
{
    error.subject = shortened(std::move(error.subject));
    error.detail = shortened(std::move(error.detail));
    if (m_errors.size() < kMostErrors)
        m_errors.push_back(std::move(error));
    else if (m_errors.size() == kMostErrors)
        m_errors.push_back({ErrorCode::FlowBadValue,
                            "",
                            "more problems than are shown here",
                            {m_file, 0, 0},
                            "Mend these first."});
}

void Reading::add(ErrorCode code, const Field &field, std::string detail, std::string mend)
{
    push({code, field.subject, std::move(detail), place(field.mark()), std::move(mend)});
}

void Reading::addAtKey(ErrorCode code, const Field &field, std::string detail, std::string mend)
{
    push({code, field.subject, std::move(detail), place(field.key), std::move(mend)});
}

void Reading::add(Error error, const Field &field)
{
    if (error.place.line == 0)
        error.place = place(field.mark());
    error.place.file = m_file;
    if (error.detail.empty())
        error.detail = error.subject;
    else if (!error.subject.empty() && error.subject != field.subject)
        error.detail = error.subject + ", " + error.detail;
    error.subject = field.subject;
    push(std::move(error));
}

bool Reading::isMapping(const Field &field)
{
    if (field.node->isMapping())
        return true;
    add(ErrorCode::FlowWrongType, field, std::string(kindText(*field.node)) + " where a mapping is needed");
    return false;
}

bool Reading::isSequence(const Field &field)
{
    if (field.node->isSequence())
        return true;
    add(ErrorCode::FlowWrongType, field, std::string(kindText(*field.node)) + " where a list is needed");
    return false;
}

bool Reading::hasKeys(const Field &field, const KeyTable &table)
{
    if (!isMapping(field))
        return false;
    for (const YamlNode::Member &member : field.node->members) {
        if (isFull())
            break;
        refuseKey(field.member(member), member.key, table);
    }
    for (const Key &key : table.keys)
        if (key.required && !field.node->member(key.name))
            add(ErrorCode::FlowMissingKey, field, std::string(key.name),
                "Add the key `" + std::string(key.name) + "`.");
    return true;
}

void Reading::refuseKey(const Field &field, const std::string &key, const KeyTable &table)
{
    const Key *known = table.find(key);
    if (!known)
        addAtKey(ErrorCode::FlowUnknownKey, field, "", didYouMean(key, table.names()));
    else if (!known->supported)
        addAtKey(ErrorCode::FlowNotSupported, field, "the format knows `" + key + "`");
}

std::optional<std::string> Reading::text(const Field &field)
{
    if (isPlainWord(*field.node) && toJson(*field.node).isString())
        return field.node->text;
    add(ErrorCode::FlowWrongType, field, std::string(kindText(*field.node)) + " where a text is needed",
        field.node->isScalar() ? "Put it in quotes." : "");
    return std::nullopt;
}

std::optional<std::string> Reading::name(const Field &field)
{
    auto word = text(field);
    if (!word || isName(*word))
        return word;
    add(ErrorCode::FlowBadName, field, *word);
    return std::nullopt;
}

std::optional<std::int64_t> Reading::integer(const Field &field, std::int64_t min, std::int64_t max)
{
    const json::Value value = toJson(*field.node);
    if (!value.isInteger()) {
        add(ErrorCode::FlowWrongType, field,
            std::string(kindText(*field.node)) + " where a whole number is needed");
        return std::nullopt;
    }
    if (value.asInteger() >= min && value.asInteger() <= max)
        return value.asInteger();
    add(ErrorCode::FlowBadValue, field, field.node->text,
        "Write a number from " + std::to_string(min) + " to " + std::to_string(max) + ".");
    return std::nullopt;
}

std::optional<double> Reading::number(const Field &field, double min, double max)
{
    const json::Value value = toJson(*field.node);
    if (!value.isNumber()) {
        add(ErrorCode::FlowWrongType, field,
            std::string(kindText(*field.node)) + " where a number is needed");
        return std::nullopt;
    }
    if (value.asDouble() >= min && value.asDouble() <= max)
        return value.asDouble();
    add(ErrorCode::FlowBadValue, field, field.node->text,
        "Write a number from " + expr::displayText(min) + " to " + expr::displayText(max) + ".");
    return std::nullopt;
}

std::optional<bool> Reading::boolean(const Field &field)
{
    const json::Value value = toJson(*field.node);
    if (value.isBoolean())
        return value.asBoolean();
    add(ErrorCode::FlowWrongType, field,
        std::string(kindText(*field.node)) + " where true or false is needed");
    return std::nullopt;
}

std::optional<Duration> Reading::duration(const Field &field)
{
    if (!isPlainWord(*field.node)) {
        add(ErrorCode::FlowWrongType, field,
            std::string(kindText(*field.node)) + " where a duration is needed",
            "Write it like 250ms, 90s, 5m or 24h.");
        return std::nullopt;
    }
    const Result<Duration> parsed = parseDuration(field.node->text);
    if (parsed && parsed->count() > 0)
        return *parsed;
    if (parsed)
        add(ErrorCode::FlowBadValue, field, field.node->text, "Write a duration longer than nothing.");
    else
        add(parsed.error(), field);
    return std::nullopt;
}

std::optional<std::uint64_t> Reading::size(const Field &field)
{
    if (!isPlainWord(*field.node)) {
        add(ErrorCode::FlowWrongType, field, std::string(kindText(*field.node)) + " where a size is needed",
            "Write it like 512, 64KiB or 2Gi.");
        return std::nullopt;
    }
    const Result<std::uint64_t> parsed = parseSize(field.node->text);
    if (parsed)
        return *parsed;
    add(parsed.error(), field);
    return std::nullopt;
}

std::optional<std::size_t> Reading::choice(const Field &field, const std::vector<std::string> &words)
{
    const auto word = text(field);
    if (!word)
        return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), *word);
    if (found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    add(ErrorCode::FlowBadValue, field, *word, "Write " + oneOf(words) + ".");
    return std::nullopt;
}

std::vector<std::string> Reading::textList(const Field &field)
{
    std::vector<std::string> texts;
    if (!isSequence(field))
        return texts;
    for (std::size_t i = 0; i < field.node->items.size(); ++i) {
        const Field item = field.item(i);
        const auto word = text(item);
        if (word && word->empty())
            add(ErrorCode::FlowBadValue, item, "an empty text");
        else if (word)
            texts.push_back(*word);
    }
    return texts;
}

std::optional<Labels> Reading::labels(const Field &field)
{
    if (!isMapping(field))
        return std::nullopt;
    Labels labels;
    for (const YamlNode::Member &member : field.node->members) {
        const Field label = field.member(member);
        if (!isName(member.key))
            addAtKey(ErrorCode::FlowBadName, label, member.key);
        else if (auto value = text(label))
            labels.emplace_back(member.key, std::move(*value));
    }
    return labels;
}

std::optional<LocalText> Reading::localText(const Field &field)
{
    if (!field.node->isMapping()) {
        auto words = text(field);
        return words ? std::optional(LocalText{std::move(*words), ""}) : std::nullopt;
    }
    hasKeys(field, keys::title());
    LocalText result;
    if (const Field en = field["en"])
        result.en = text(en).value_or("");
    if (const Field ptBr = field["pt_BR"])
        result.ptBr = text(ptBr).value_or("");
    return result;
}

std::optional<json::Schema> Reading::schema(const Field &field)
{
    Result<json::Schema> compiled = json::Schema::compile(toJson(*field.node));
    if (compiled)
        return std::move(*compiled);
    add(compiled.error(), field);
    return std::nullopt;
}

std::string didYouMean(std::string_view word, const std::vector<std::string> &candidates)
{
    constexpr std::size_t kShortestGuess = 3; // everything is near to two letters
    constexpr std::size_t kLongestGuess = 64; // the distance costs the product of the lengths
    const bool isGuessed = word.size() >= kShortestGuess && word.size() <= kLongestGuess;
    const std::string near = isGuessed ? nearest(word, candidates) : "";
    return near.empty() ? "" : "Did you mean `" + near + "`?";
}

bool isName(std::string_view text)
{
    constexpr std::size_t kLongest = 63;
    const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isRest = [&](char c) { return isLower(c) || (c >= '0' && c <= '9') || c == '_'; };
    return !text.empty() && text.size() <= kLongest && isLower(text.front()) &&
           std::all_of(text.begin(), text.end(), isRest);
}

std::string oneOf(const std::vector<std::string> &words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return text;
}

} // namespace batuta::flow
