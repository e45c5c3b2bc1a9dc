// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"

#include <charconv>

namespace batuta::json {
namespace {

/// `~1` is `/` and `~0` is `~`. Anything else after `~` is no pointer.
bool decode(std::string_view part, std::string &name)
{
    name.clear();
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] != '~') {
            name += part[i];
            continue;
        }
        const char next = i + 1 < part.size() ? part[i + 1] : '\0';
        if (next != '0' && next != '1')
            return false;
        name += next == '0' ? '~' : '/';
        ++i;
    }
    return true;
}

const Value *item(const Array &items, std::string_view name)
{
    std::size_t index = 0;
    const char *last = name.data() + name.size();
    const auto [end, code] = std::from_chars(name.data(), last, index);
    if (code != std::errc() || end != last || (name.size() > 1 && name[0] == '0') || index >= items.size())
        return nullptr;
    return &items[index];
}

} // namespace

const Value *pointer(const Value &root, std::string_view path)
{
    const Value *at = &root;
    std::string name;
    while (at != nullptr && !path.empty()) {
        if (path[0] != '/')
            return nullptr;
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        if (!decode(path.substr(0, end), name))
            return nullptr;
        path.remove_prefix(end);
        at = at->isArray() ? item(at->asArray(), name) : at->asObject().find(name);
    }
    return at;
}

} // namespace batuta::json
