// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/workspace_file.h"

#include "engine/flow/yaml_node.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace batuta::app {
namespace {

constexpr std::uintmax_t kLargest = 64 * 1024;

Error wrong(const std::string &file, const flow::YamlMark &mark, const std::string &key,
            const std::string &why)
{
    return {ErrorCode::FlowBadValue,
            key,
            why,
            {file, mark.line, mark.column},
            "Known keys: name, environment, sandbox."};
}

Result<WorkspaceFile> fromYaml(const flow::YamlNode &root, const std::string &file, WorkspaceFile known)
{
    if (!root.isMapping())
        return wrong(file, root.mark, "batuta.yaml", "it is no mapping");
    for (const flow::YamlNode::Member &member : root.members) {
        const bool isSwitch = member.key == "sandbox";
        if (!isSwitch && member.key != "name" && member.key != "environment")
            return wrong(file, member.keyMark, member.key, "nobody reads this key");
        if (!member.value.isScalar() || member.value.text.size() > 100)
            return wrong(file, member.value.mark, member.key, "a text of at most 100 characters is wanted");
        if (isSwitch && member.value.text != "true" && member.value.text != "false")
            return wrong(file, member.value.mark, member.key, "true or false is wanted");
        if (isSwitch)
            known.sandbox = member.value.text == "true";
        else
            (member.key == "name" ? known.name : known.environment) = member.value.text;
    }
    return known;
}

} // namespace

Result<WorkspaceFile> readWorkspaceFile(const std::string &workspace)
{
    namespace fs = std::filesystem;
    const fs::path folder(workspace), file = folder / "batuta.yaml";
    WorkspaceFile known;
    known.name = folder.filename().string();
    std::error_code failure;
    if (!fs::exists(file, failure))
        return known;
    if (fs::file_size(file, failure) > kLargest)
        return Error{ErrorCode::FileTooLarge, file.string(), "above 64 KiB", {}, {}};
    std::ifstream stream(file);
    std::ostringstream text;
    if (!(text << stream.rdbuf()))
        return Error{ErrorCode::FileUnreadable, file.string(), {}, {}, {}};
    const flow::YamlReading read = flow::readYaml(text.str(), file.string());
    if (!read.root)
        return read.errors.empty() ? Error{ErrorCode::YamlSyntax, file.string(), {}, {}, {}}
                                   : read.errors.front();
    return fromYaml(*read.root, file.string(), std::move(known));
}

} // namespace batuta::app
