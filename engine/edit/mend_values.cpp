// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/base/units.h"
#include "engine/edit/checks.h"
#include "engine/edit/mends.h"

#include <algorithm>
#include <map>
#include <optional>

namespace batuta::edit {
namespace {

/// The value that a required key begins with, as YAML: something that can be read, and that a person changes.
std::optional<std::string> firstValue(const std::string &key, const std::string &flowName)
{
    static const std::map<std::string, std::string, std::less<>> values{
        {"batuta", "1"},
        {"en", "Title"},
        {"key", "\"${{ toJSON(input) }}\""},
        {"url", "https://example.com/"},
        {"bearer", "\"${{ secrets.TOKEN }}\""},
        {"reason", "not needed"},
        {"attempts", "3"},
        {"limit", "10"},
        {"items", "[]"},
        {"message", "Done"},
        {"text", "Done"},
        {"command", "[\"true\"]"},
        {"program", "."},
        {"cron", "\"0 2 * * *\""},
        {"webhook", "\"${{ secrets.SLACK_WEBHOOK_URL }}\""},
        {"steps", "hello:\n  log: Hello\n"},
        {"if", "\"false\""},
    };
    if (key == "name")
        return flowName;
    if (key == "queue")
        return flowName;
    if (key == "path")
        return "/hooks/" + flowName;
    if (key == "secret")
        return "\"${{ secrets." + flowName + "_hook }}\"";
    const auto found = values.find(key);
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

/// `ml/update_profile.yaml` → `update_profile`
std::string nameOfFile(const std::string &file)
{
    const std::size_t slash = file.rfind('/');
    const std::string base = slash == std::string::npos ? file : file.substr(slash + 1);
    return nameFrom(base.substr(0, base.find('.')));
}

bool isPlainNumber(const std::string &text, bool isWhole)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t sign = !text.empty() && text.front() == '-' ? 1 : 0;
    std::size_t digits = 0;
    std::size_t dots = 0;
    for (const char c : text.substr(sign))
        (isDigit(c) ? digits : dots) += isDigit(c) || c == '.' ? 1 : 100;
    return digits > 0 && digits < 16 && dots <= (isWhole ? 0U : 1U) && isDigit(text[sign]) &&
           isDigit(text.back());
}

void clampNumber(const Wound &wound)
{
    const std::string_view range = between(wound.error.mend, "Write a number from ", ".");
    const std::size_t to = range.find(" to ");
    const auto value = wound.text.valueAt(wound.path);
    if (to == range.npos || !value || !value->isNumber())
        return;
    const std::string least(range.substr(0, to));
    const std::string most(range.substr(to + 4));
    const std::string near = value->asDouble() < std::stod(least) ? least : most;
    offer(wound.problem, "Use " + near, wound.text.setRaw(wound.path, near));
}

/// "Write warn, reject or reuse."
std::vector<std::string> choicesOf(const std::string &mend)
{
    std::vector<std::string> words;
    const std::string_view list = between(mend, "Write ", ".");
    const std::size_t last = list.rfind(" or ");
    if (last == list.npos)
        return {};
    std::string text(list.substr(0, last));
    text += ", ";
    text += list.substr(last + 4);
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(", ", from), text.size());
        words.push_back(text.substr(from, to - from));
        if (words.back().empty() || words.back().find(' ') != std::string::npos)
            return {}; // not a list of words
        from = to + 2;
    }
    return words;
}

void chooseWord(const Wound &wound)
{
    constexpr std::size_t kMost = 4;
    std::vector<std::string> words = choicesOf(wound.error.mend);
    const std::string near = nearest(lowered(wound.error.detail), words);
    if (!near.empty())
        words = {near};
    for (std::size_t i = 0; i < std::min(words.size(), kMost); ++i)
        offer(wound.problem, "Use " + words[i], wound.text.setValue(wound.path, words[i]));
}

/// A time without its unit.
void addSeconds(const Wound &wound)
{
    const auto raw = wound.text.rawAt(wound.path);
    if (raw && isPlainNumber(*raw, false) && raw->front() != '-' && std::stod(*raw) > 0)
        offer(wound.problem, "Use " + *raw + "s", wound.text.setRaw(wound.path, *raw + "s"));
}

bool isTimeAsked(const std::string &mend)
{
    return mend.find("90s") != std::string::npos;
}

void mendScalar(const Wound &wound, const std::string &raw)
{
    const std::string &detail = wound.error.detail;
    const auto value = wound.text.valueAt(wound.path);
    const bool isText = value && value->isString();
    const std::string text = isText ? std::string(trimmed(value->asString())) : "";
    if (detail.ends_with("where a text is needed") && !isText)
        offer(wound.problem, "Put it in quotes", wound.text.setRaw(wound.path, "\"" + raw + "\""));
    else if (detail.ends_with("where a list is needed"))
        offer(wound.problem, "Make it a list", wound.text.setRaw(wound.path, "[" + raw + "]"));
    else if (detail.ends_with("where a whole number is needed") && isPlainNumber(text, true))
        offer(wound.problem, "Use " + text, wound.text.setRaw(wound.path, text));
    else if (detail.ends_with("where a number is needed") && isPlainNumber(text, false))
        offer(wound.problem, "Use " + text, wound.text.setRaw(wound.path, text));
    else if (detail.ends_with("where true or false is needed"))
        for (const char *word : {"true", "false"})
            offer(wound.problem, std::string("Use ") + word, wound.text.setRaw(wound.path, word));
}

} // namespace

void mendMissingKey(const Wound &wound)
{
    const std::string &key = wound.error.detail;
    const auto value = firstValue(key, nameOfFile(wound.error.place.file));
    const bool isHere = wound.path.empty() == wound.error.subject.empty();
    if (!value || !isHere)
        return;
    offer(wound.problem, "Add " + key, wound.text.setRaw(under(wound.path, {key}), *value));
}

void mendType(const Wound &wound)
{
    if (wound.path.empty())
        return;
    const auto raw = wound.text.rawAt(wound.path);
    const auto value = wound.text.valueAt(wound.path);
    const bool isNothing = !raw || raw->empty() || (value && value->isNull());
    const bool isBlock = value && (value->isObject() || value->isArray());
    if (isNothing)
        offer(wound.problem, "Remove " + wound.path.back(), wound.text.removeField(wound.path));
    else if (!isBlock && raw->find('\n') == std::string::npos)
        mendScalar(wound, *raw);
}

void mendValue(const Wound &wound)
{
    if (wound.path.empty())
        return;
    const std::string &detail = wound.error.detail;
    if (wound.error.mend.rfind("Write a number from ", 0) == 0)
        clampNumber(wound);
    else if (isTimeAsked(wound.error.mend))
        addSeconds(wound);
    else if (detail.ends_with("is there twice") || detail.ends_with("is written by the client"))
        offer(wound.problem, "Remove " + detail.substr(0, detail.find(" is ")),
              wound.text.removeField(wound.path));
    else if (detail == "an empty program")
        offer(wound.problem, "Use .", wound.text.setRaw(wound.path, "."));
    else
        chooseWord(wound);
}

} // namespace batuta::edit
