// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/difference.h"

#include "engine/json/json.h"

#include <algorithm>

namespace batuta::json {
namespace {

class Differ
{
public:
    Differ(std::vector<ValueDifference> &found, std::size_t most)
        : m_found(found)
        , m_most(most)
    {
    }

    void compare(const std::string &path, const Value &a, const Value &b)
    {
        if (m_found.size() >= m_most || a == b)
            return;
        if (a.isObject() && b.isObject())
            return objects(path, a.asObject(), b.asObject());
        if (a.isArray() && b.isArray())
            return lists(path, a.asArray(), b.asArray());
        add(path, a, b);
    }

private:
    void add(const std::string &path, std::optional<Value> a, std::optional<Value> b)
    {
        if (m_found.size() < m_most)
            m_found.push_back({path, std::move(a), std::move(b)});
    }
    void objects(const std::string &path, const Object &a, const Object &b)
    {
        for (const auto &[name, value] : a) {
            const Value *other = b.find(name);
            if (other)
                compare(path + '.' + name, value, *other);
            else
                add(path + '.' + name, value, std::nullopt);
        }
        for (const auto &[name, value] : b)
            if (!a.contains(name))
                add(path + '.' + name, std::nullopt, value);
    }
    void lists(const std::string &path, const Array &a, const Array &b)
    {
        const auto at = [&path](std::size_t i) { return path + '[' + std::to_string(i) + ']'; };
        const std::size_t least = std::min(a.size(), b.size());
        std::size_t front = 0, back = 0;
        while (front < least && a[front] == b[front])
            ++front;
        while (back < least - front && a[a.size() - 1 - back] == b[b.size() - 1 - back])
            ++back;
        const std::size_t endA = a.size() - back, endB = b.size() - back;
        for (std::size_t i = front; i < std::max(endA, endB); ++i) {
            if (i < endA && i < endB)
                compare(at(i), a[i], b[i]);
            else if (i < endA)
                add(at(i), a[i], std::nullopt);
            else
                add(at(i), std::nullopt, b[i]);
        }
    }

    std::vector<ValueDifference> &m_found;
    std::size_t m_most;
};

} // namespace

std::vector<ValueDifference> differencesOf(const std::string &name, const Value &a, const Value &b,
                                           std::size_t most)
{
    std::vector<ValueDifference> found;
    Differ(found, most).compare(name, a, b);
    return found;
}

std::string lineOf(const std::optional<Value> &value, std::size_t most)
{
    if (!value)
        return {};
    std::string text = value->isString() ? value->asString() : write(*value);
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80)
        --most;
    return text.substr(0, most) + "…";
}

} // namespace batuta::json
