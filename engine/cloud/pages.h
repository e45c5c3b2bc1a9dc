// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/api.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace batuta::cloud {

/// Reads all pages of a list, one after the other: `key` names the member that holds the items. At most
/// `most` items come; the rest is left.
void readPages(Api &api, ApiCall call, std::string key, std::size_t most, Reply<json::Array> reply);

/// The items as values; the first that is none is the answer's error.
template <class T>
Reply<json::Array> asValues(Result<T> (*read)(const json::Value &), Reply<std::vector<T>> reply)
{
    return [read, reply = std::move(reply)](Result<json::Array> items) {
        if (!items)
            return reply(items.error());
        std::vector<T> values;
        for (const json::Value &item : *items) {
            Result<T> value = read(item);
            if (!value)
                return reply(value.error());
            values.push_back(std::move(*value));
        }
        reply(std::move(values));
    };
}

} // namespace batuta::cloud
