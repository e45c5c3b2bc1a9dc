// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/kept_file.h"

#include "engine/base/text.h"
#include "engine/json/json.h"

#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;

namespace batuta::fleet {

json::Value readKept(const std::string &path)
{
    const auto text = readFile(path, 4u << 20);
    if (!text)
        return {};
    auto parsed = json::parse(*text);
    return parsed ? std::move(*parsed) : json::Value();
}

bool writeKept(const std::string &path, const json::Value &value)
{
    const std::string fresh = path + ".new";
    std::error_code error;
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write, error);
        out << json::write(value) << '\n';
        if (!out.flush())
            return false;
    }
    fs::rename(fresh, path, error);
    return !error;
}

} // namespace batuta::fleet
