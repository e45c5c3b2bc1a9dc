// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/item_reader.h"

#include "engine/json/json.h"

namespace batuta::sandbox {

json::Array ItemReader::items(std::string_view text, std::string_view key)
{
    const Result<json::Value> root = json::parse(text);
    if (!root) {
        fail(key, root.error().detail);
        return {};
    }
    const json::Value &items = (*root)[key];
    if (!items.isArray())
        fail(key, "the file has no such list");
    return items.asArray();
}

std::string ItemReader::text(const json::Value &item, std::string_view key)
{
    const json::Value &value = item[key];
    if (value.asString().empty())
        fail(key, "a text is missing");
    return value.asString();
}

int ItemReader::number(const json::Value &item, std::string_view key, int low, int high)
{
    const std::int64_t number = item[key].asInteger(low - 1);
    if (number < low || number > high) {
        fail(key, "not between " + std::to_string(low) + " and " + std::to_string(high));
        return low;
    }
    return static_cast<int>(number);
}

std::size_t ItemReader::reference(const Index &index, const json::Value &item, std::string_view key)
{
    const std::string &id = key.empty() ? item.asString() : item[key].asString();
    const auto found = index.find(id);
    if (found != index.end())
        return found->second;
    fail(key, "'" + id + "' leads nowhere");
    return 0;
}

void ItemReader::addId(Index &index, const std::string &id, std::size_t at)
{
    if (!index.emplace(id, at).second)
        fail(id, "the id appears twice");
}

void ItemReader::fail(std::string_view subject, const std::string &detail)
{
    if (m_failed)
        return;
    m_failed = true;
    m_error = Error{ErrorCode::InputInvalid, std::string(subject), detail, {m_file, 0, 0}, ""};
}

Status ItemReader::status() const
{
    if (m_failed)
        return m_error;
    return {};
}

} // namespace batuta::sandbox
