// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/completion.h"

#include "engine/expr/expression.h"
#include "engine/json/json.h"
#include "views/models/text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr qsizetype kMostDetail = 40;

QString shortened(const json::Value &value)
{
    if (value.isObject())
        return QStringLiteral("{…}");
    if (value.isArray())
        return QStringLiteral("[%1]").arg(value.asArray().size());
    const QString shown = textOf(json::write(value));
    return shown.size() > kMostDetail ? shown.left(kMostDetail) + QChar(0x2026) : shown;
}

std::vector<Completion> named(const auto &names, const QString &detail = {})
{
    std::vector<Completion> items;
    for (const auto &name : names)
        items.push_back({textOf(std::string(name)), detail});
    return items;
}

std::vector<Completion> membersOf(const json::Value &value)
{
    std::vector<Completion> items;
    for (const auto &[key, member] : value.asObject())
        items.push_back({textOf(key), shortened(member)});
    return items;
}

std::vector<Completion> propertiesOf(const json::Value &schema)
{
    std::vector<Completion> items;
    for (const auto &[key, rules] : schema["properties"].asObject()) {
        const json::Value &type = rules["type"];
        items.push_back({textOf(key), textOf(type.isArray() ? type.at(0).asString() : type.asString())});
    }
    return items;
}

std::vector<Completion> firstWords(const CompletionSource &source)
{
    std::vector<Completion> items = named(std::vector<std::string>{
        "input", "steps", "env", "secrets", "execution", "flow", "trigger", "message", "item"});
    if (!source.itemName.empty() && source.itemName != "item")
        items.push_back({textOf(source.itemName), {}});
    for (Completion &function : named(expr::functionNames())) {
        function.text += '(';
        items.push_back(std::move(function));
    }
    return items;
}

std::vector<Completion> belowRecorded(const CompletionSource &source, const QStringList &path)
{
    const json::Value *at = &source.roots;
    for (const QString &part : path)
        at = &(*at)[part.toStdString()];
    return membersOf(*at);
}

/// What may follow the parts before the last dot.
std::vector<Completion> below(const CompletionSource &source, const QStringList &path)
{
    const QString root = path.front().toLower();
    if (root == "input") {
        const json::Value *schema = &source.input;
        for (qsizetype i = 1; i < path.size(); ++i)
            schema = &(*schema)["properties"][path[i].toStdString()];
        std::vector<Completion> items = propertiesOf(*schema);
        return items.empty() ? belowRecorded(source, path) : items;
    }
    if (root == "env" && path.size() == 1)
        return named(source.environmentKeys);
    if (root == "secrets" && path.size() == 1)
        return named(source.secretKeys.empty() ? source.environmentKeys : source.secretKeys);
    if (root == "steps" && path.size() == 1)
        return named(source.steps);
    if (root == "steps" && path.size() == 2) {
        std::vector<Completion> items = belowRecorded(source, path);
        for (const char *member : {"output", "status", "error", "http"})
            if (std::none_of(items.begin(), items.end(),
                             [&](const Completion &item) { return item.text == member; }))
                items.push_back({member, {}});
        return items;
    }
    if (root == "execution" && path.size() == 1)
        return named(std::vector<std::string>{"id", "started_at", "flow", "report"});
    if (root == "flow" && path.size() == 1)
        return named(std::vector<std::string>{"name", "version", "labels"});
    return belowRecorded(source, path);
}

/// Where the expression begins that the caret stands in; -1 outside.
qsizetype expressionStart(const QString &text, qsizetype caret, bool isCondition)
{
    const qsizetype open = caret >= 3 ? text.lastIndexOf("${{", caret - 3) : -1;
    const qsizetype close = caret >= 2 ? text.lastIndexOf("}}", caret - 2) : -1;
    if (open >= 0 && close < open)
        return open + 3;
    return isCondition && !text.contains("${{") ? 0 : -1;
}

void keepFitting(std::vector<Completion> &items, const QString &typed)
{
    std::erase_if(items,
                  [&](const Completion &item) { return !item.text.contains(typed, Qt::CaseInsensitive); });
    std::stable_partition(items.begin(), items.end(), [&](const Completion &item) {
        return item.text.startsWith(typed, Qt::CaseInsensitive);
    });
}

} // namespace

Completions completionsAt(const QString &text, qsizetype caret, bool isCondition, bool isAsked,
                          const CompletionSource &source)
{
    static const QRegularExpression word(R"([A-Za-z_][\w-]*(?:\.[\w-]*)*$)");
    Completions found;
    found.from = caret;
    const qsizetype start = expressionStart(text, caret, isCondition);
    const QString before = text.left(caret).mid(std::max<qsizetype>(0, start));
    if (start >= 0 && before.count('\'') % 2 != 0)
        return found; // in a text
    if (start < 0 && !isAsked)
        return found;
    const auto match = word.match(before);
    const QStringList path = match.captured().split('.');
    if (start < 0) {
        found.before = QStringLiteral("${{ ");
        found.after = QStringLiteral(" }}");
    } else if (match.captured().isEmpty() && !isAsked) {
        return found;
    }
    found.items = path.size() < 2 ? firstWords(source) : below(source, path.mid(0, path.size() - 1));
    if (start < 0 && path.size() > 1)
        found.items.clear(); // a text with a dot in it
    else
        found.from = caret - path.back().size();
    keepFitting(found.items, path.back());
    if (start >= 0 && found.items.size() == 1 && found.items.front().text == path.back())
        found.items.clear(); // it is there already
    return found;
}

} // namespace batuta::views
