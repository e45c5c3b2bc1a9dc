// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/actions_matrix.h"

#include "engine/json/json.h"

#include <algorithm>

namespace batuta::edit {
namespace {

using flow::YamlNode;

constexpr std::size_t kMostItems = 256; // GitHub's own limit for the jobs of a matrix

bool agrees(const json::Object &item, const json::Object &pattern)
{
    return std::all_of(pattern.begin(), pattern.end(), [&](const json::Object::Member &member) {
        const json::Value *own = item.find(member.first);
        return own != nullptr && *own == member.second;
    });
}

std::vector<json::Object> objectsOf(const YamlNode *list)
{
    std::vector<json::Object> objects;
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i)
        if (list->items[i].isMapping())
            objects.push_back(toJson(list->items[i]).object());
    return objects;
}

/// An entry of `include` is added to each combination whose own values it does not change, else stands alone.
void include(std::vector<json::Object> &items, const json::Object &extra,
             const std::vector<std::string> &axes)
{
    json::Object ofAxes;
    for (const std::string &axis : axes)
        if (const json::Value *value = extra.find(axis))
            ofAxes.set(axis, *value);
    bool wasAdded = false;
    for (json::Object &item : items) {
        if (!agrees(item, ofAxes))
            continue;
        for (const json::Object::Member &member : extra)
            item.set(member.first, member.second);
        wasAdded = true;
    }
    if (!wasAdded)
        items.push_back(extra);
}

} // namespace

std::string matrixOf(ActionsImport &import, const YamlNode *strategy)
{
    const YamlNode *matrix = strategy ? memberOf(*strategy, "matrix") : nullptr;
    if (matrix == nullptr)
        return {};
    std::vector<json::Object> items{{}};
    std::vector<std::string> axes;
    for (const YamlNode::Member &axis : matrix->members) {
        if (axis.key == "include" || axis.key == "exclude")
            continue;
        if (!axis.value.isSequence()) {
            import.note(axis.value.mark, "matrix: " + axis.key, "write the values as a list");
            continue;
        }
        axes.push_back(axis.key);
        std::vector<json::Object> more;
        for (const json::Object &item : items)
            for (const YamlNode &value : axis.value.items) {
                json::Object next = item;
                next.set(axis.key, toJson(value));
                more.push_back(std::move(next));
            }
        items = std::move(more);
        if (items.size() > kMostItems) {
            import.note(matrix->mark, "matrix", "more than 256 combinations");
            items.resize(kMostItems);
        }
    }
    if (axes.empty())
        items.clear();
    for (const json::Object &pattern : objectsOf(memberOf(*matrix, "exclude")))
        std::erase_if(items, [&](const json::Object &item) { return agrees(item, pattern); });
    for (const json::Object &extra : objectsOf(memberOf(*matrix, "include")))
        include(items, extra, axes);
    if (items.empty()) {
        import.note(matrix->mark, "matrix: " + oneLine(*matrix), "write the combinations as lists");
        return {};
    }
    std::string out = "    foreach:\n      items:\n";
    for (const json::Object &item : items)
        out += "        - " + json::write(json::Value(item)) + "\n";
    const std::string parallel = textOf(memberOf(*strategy, "max-parallel"));
    if (!parallel.empty() && parallel.find_first_not_of("0123456789") == std::string::npos)
        out += "      max_parallel: " + parallel + "\n";
    out += textOf(memberOf(*strategy, "fail-fast")) == "false" ? "      on_failure: collect\n"
                                                               : "      on_failure: stop\n";
    return out;
}

} // namespace batuta::edit
