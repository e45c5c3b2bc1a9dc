// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/yaml_offers.h"

#include "views/pages/editor/inspector/flow_schema.h"
#include "views/pages/editor/text/indent.h"
#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace batuta::views {
namespace {

using Path = std::vector<std::string>;

constexpr int kItemMark = 2; ///< `- `

bool saysNothing(const QString &line)
{
    const QString text = line.trimmed();
    return text.isEmpty() || text.startsWith('#');
}

bool isItem(const QString &line, int indent)
{
    return indent < line.size() && line[indent] == '-' &&
           (indent + 1 == line.size() || line[indent + 1] == ' ');
}

/// The key that the text begins with; "" when it begins with none.
QString keyOf(const QString &text)
{
    static const QRegularExpression key(
        R"x(^(?:"([^"]*)"|'([^']*)'|([^\s#:{}\[\],"'][^:#]*?))\s*:(?:\s|$))x");
    const auto match = key.match(text);
    return match.captured(1) + match.captured(2) + match.captured(3);
}

/// What is open in the flow collections of a text: the keys of its mappings, `0` for its lists, and where the
/// word at its end begins.
struct FlowPlace
{
    Path path;
    bool isOpen = false;
    bool isKey = false; ///< a key is expected there, not a value
    int from = 0;
};

FlowPlace flowPlace(const QString &text)
{
    struct Open
    {
        bool isMapping;
        QString key;
        int word;
    };
    std::vector<Open> open;
    QChar quote;
    for (int i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            quote = c == quote ? QChar() : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '{' || c == '[') {
            open.push_back({c == '{', {}, i + 1});
        } else if ((c == '}' || c == ']') && !open.empty()) {
            open.pop_back();
        } else if (c == ',' && !open.empty()) {
            open.back() = {open.back().isMapping, {}, i + 1};
        } else if (c == ':' && !open.empty() && open.back().isMapping && open.back().key.isEmpty()) {
            open.back().key = text.mid(open.back().word, i - open.back().word).trimmed();
            open.back().word = i + 1;
        }
    }
    FlowPlace place;
    place.isOpen = !open.empty();
    for (const Open &one : open)
        if (!one.isMapping)
            place.path.emplace_back("0");
        else if (!one.key.isEmpty())
            place.path.push_back(one.key.toStdString());
    if (place.isOpen) {
        place.isKey = open.back().isMapping && open.back().key.isEmpty();
        place.from = open.back().word;
        while (place.from < text.size() && text[place.from] == ' ')
            ++place.from;
    }
    return place;
}

/// The keys above a line whose content stands at `indent`.
Path parentsOf(const LineSource &lines, int line, int indent, bool isListItem)
{
    Path path;
    for (int at = line - 1; at >= 0 && (indent > 0 || isListItem); --at) {
        const QString text = lines(at);
        if (saysNothing(text))
            continue;
        const int own = indentOf(text);
        const bool isOwnItem = isItem(text, own);
        if (own > indent || (own == indent && (!isListItem || isOwnItem)))
            continue;
        const int content = isOwnItem ? own + kItemMark : own;
        const QString key = keyOf(text.mid(content));
        if (!key.isEmpty() && content < indent + (isListItem ? 1 : 0))
            path.insert(path.begin(), key.toStdString());
        if (isOwnItem)
            path.insert(path.begin(), "0");
        indent = own;
        isListItem = isOwnItem;
    }
    return path;
}

/// Where the caret is within its line.
struct LinePlace
{
    Path path;          ///< of the mapping, or of the value
    bool isKey = false; ///< else a value is expected
    int from = 0;
    int indent = 0; ///< of the keys of that mapping
    bool isFlow = false;
};

LinePlace placeIn(const LineSource &lines, int line, int column)
{
    const QString before = lines(line).left(column);
    LinePlace place;
    int content = indentOf(before);
    const int own = content;
    const bool isList = isItem(before, content);
    place.path = parentsOf(lines, line, own, isList);
    while (isItem(before, content)) {
        place.path.emplace_back("0");
        content += kItemMark;
        while (content < before.size() && before[content] == ' ')
            ++content;
    }
    content = std::min<int>(content, static_cast<int>(before.size()));
    place.indent = content;
    QString rest = before.mid(content);
    const QString key = keyOf(rest);
    if (!key.isEmpty()) {
        place.path.push_back(key.toStdString());
        const int colon = static_cast<int>(rest.indexOf(':', key.size())) + 1;
        rest = rest.mid(colon);
        content += colon;
        while (!rest.isEmpty() && rest.front() == ' ') {
            rest.remove(0, 1);
            ++content;
        }
    }
    const FlowPlace flow = flowPlace(rest);
    place.path.insert(place.path.end(), flow.path.begin(), flow.path.end());
    place.isFlow = flow.isOpen;
    place.isKey = flow.isOpen ? flow.isKey : key.isEmpty();
    place.from = content + (flow.isOpen ? flow.from : 0);
    return place;
}

/// The keys that the block mapping of the caret has already.
std::set<QString> siblings(const LineSource &lines, int line, int indent)
{
    std::set<QString> keys;
    for (const int step : {-1, 1}) {
        for (int at = line + step; at >= 0; at += step) {
            const QString text = lines(at);
            if (text.isNull())
                break;
            if (saysNothing(text))
                continue;
            const int own = indentOf(text);
            if (own < indent)
                break;
            if (own == indent)
                keys.insert(keyOf(text.mid(own)));
        }
    }
    return keys;
}

YamlOffer offerOf(const FieldModel &field, int indent, bool isFlow)
{
    const QString key = QString::fromStdString(field.key);
    YamlOffer offer{key, QCoreApplication::translate("FlowSchema", field.description.c_str()), key + ": ", 0};
    const bool isMapping =
        field.type == FieldType::Section || field.type == FieldType::Named || field.type == FieldType::Map;
    if (field.type == FieldType::Texts) {
        offer.insert = key + ": []";
        offer.back = 1;
    } else if (isMapping && isFlow) {
        offer.insert = key + ": {}";
        offer.back = 1;
    } else if (isMapping && field.shortKey.empty()) {
        offer.insert = key + ":\n" + QString(indent + 2, ' ');
    }
    return offer;
}

const FieldModel *fieldAt(const Path &path)
{
    if (path.empty())
        return &FlowSchema::shipped().flow();
    const FlowSchema::Found found = FlowSchema::shipped().find(path);
    return found.field && found.depth == path.size() ? found.field : nullptr;
}

std::vector<YamlOffer> keysAt(const LineSource &lines, int line, const LinePlace &place)
{
    std::vector<YamlOffer> items;
    const FieldModel *field = fieldAt(place.path);
    if (!field || field->type == FieldType::Named)
        return items;
    const std::set<QString> taken = place.isFlow ? std::set<QString>() : siblings(lines, line, place.indent);
    for (const FieldModel &one : field->fields)
        if (one.isSupported && taken.count(QString::fromStdString(one.key)) == 0)
            items.push_back(offerOf(one, place.indent, place.isFlow));
    return items;
}

std::vector<YamlOffer> valuesAt(const LinePlace &place, const CompletionSource &names)
{
    std::vector<std::string> words;
    const Path &path = place.path;
    const bool isNeeds = std::find(path.begin(), path.end(), "needs") != path.end();
    const bool isInList = !path.empty() && path.back() == "0";
    const FieldModel *field = fieldAt(path);
    if (isNeeds && isInList) {
        words = names.steps;
        std::erase(words, path.size() > 1 ? path[1] : ""); // no step needs itself
    } else if (field && field->type == FieldType::Boolean) {
        words = {"true", "false"};
    } else if (field) {
        words = field->choices;
    }
    if (path.size() > 2 && path[path.size() - 2] == "on" && isInList)
        words = {"connection", "timeout", "429", "5xx", "4xx"};
    std::vector<YamlOffer> items;
    for (const std::string &word : words)
        items.push_back({QString::fromStdString(word), {}, QString::fromStdString(word), 0});
    return items;
}

bool isCondition(const Path &path)
{
    return !path.empty() && path.back() == "if";
}

YamlOffers ofExpression(const QString &line, int column, bool isBare, const CompletionSource &names,
                        bool isAsked)
{
    YamlOffers offers;
    const Completions found = completionsAt(line, column, isBare, isAsked, names);
    offers.from = static_cast<int>(found.from);
    for (const Completion &one : found.items)
        offers.items.push_back({one.text, one.detail, one.text, 0});
    return offers;
}

} // namespace

std::vector<std::string> yamlPathAt(const LineSource &lines, int line, int column)
{
    return placeIn(lines, line, column).path;
}

YamlOffers yamlOffersAt(const LineSource &lines, int line, int column, bool isAsked,
                        const CompletionSource &names)
{
    const QString text = lines(line);
    const QString before = text.left(column);
    if (before.lastIndexOf(QStringLiteral("${{")) > before.lastIndexOf(QStringLiteral("}}")))
        return ofExpression(text, column, false, names, isAsked);
    const LinePlace place = placeIn(lines, line, column);
    YamlOffers offers;
    offers.from = std::min(place.from, column);
    const QString typed = before.mid(offers.from);
    if (before.trimmed().startsWith('#') || (typed.isEmpty() && !isAsked))
        return offers;
    if (!place.isKey && isCondition(place.path)) {
        // Without marks the value is the expression; the completion sees only that.
        YamlOffers found = ofExpression(text.mid(offers.from), column - offers.from, true, names, isAsked);
        found.from += offers.from;
        return found;
    }
    if (place.isKey)
        offers.items = keysAt(lines, line, place);
    if (offers.items.empty()) // an item that begins may be a word as well
        offers.items = valuesAt(place, names);
    std::erase_if(offers.items, [&](const YamlOffer &one) {
        return !one.text.contains(typed, Qt::CaseInsensitive) || one.text == typed;
    });
    std::stable_partition(offers.items.begin(), offers.items.end(), [&](const YamlOffer &one) {
        return one.text.startsWith(typed, Qt::CaseInsensitive);
    });
    return offers;
}

} // namespace batuta::views
