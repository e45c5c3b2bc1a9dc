// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/workspace_file.h"

#include "app/shared/keep.h"
#include "engine/flow/yaml_node.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace batuta::app {
namespace {

constexpr std::uintmax_t kLargest = 64 * 1024;

Error wrongKey(const std::string &file, const flow::YamlMark &mark, const std::string &key,
               const std::string &why)
{
    return {ErrorCode::FlowBadValue,
            key,
            why,
            {file, mark.line, mark.column},
            "Known keys: name, environment, sandbox, journal, awake, max_data, keep, cloud, jwt."};
}

/// The same error with its place in the file.
Error placed(Error error, const std::string &file, const flow::YamlMark &mark)
{
    error.code = ErrorCode::FlowBadValue;
    error.place = {file, mark.line, mark.column};
    return error;
}

Result<store::Retention> keepOf(const flow::YamlNode &node, const std::string &file)
{
    if (!node.isMapping())
        return wrongKey(file, node.mark, "keep", "a mapping with age, count, size is wanted");
    KeepWords words;
    for (const flow::YamlNode::Member &member : node.members) {
        std::string *word = member.key == "age"     ? &words.age
                            : member.key == "count" ? &words.count
                            : member.key == "size"  ? &words.size
                                                    : nullptr;
        if (word == nullptr || !member.value.isScalar() || member.value.text.empty())
            return wrongKey(file, member.keyMark, "keep." + member.key, "age, count and size are known here");
        *word = member.value.text;
        if (const auto read = readKeep(words, "keep."); !read)
            return placed(read.error(), file, member.value.mark);
    }
    return readKeep(words, "keep.");
}

Status readScalar(const flow::YamlNode::Member &member, const std::string &file, WorkspaceFile &known)
{
    if (!member.value.isScalar() || member.value.text.size() > 100)
        return wrongKey(file, member.value.mark, member.key, "a text of at most 100 characters is wanted");
    const std::string &text = member.value.text;
    if (member.key == "sandbox" || member.key == "awake") {
        if (text != "true" && text != "false")
            return wrongKey(file, member.value.mark, member.key, "true or false is wanted");
        (member.key == "awake" ? known.awake : known.sandbox) = text == "true";
    } else if (member.key == "journal") {
        const Result<store::Durability> journal = readJournal(text);
        if (!journal)
            return placed(journal.error(), file, member.value.mark);
        known.journal = *journal;
    } else if (member.key == "max_data") {
        const Result<std::uint64_t> size = parseSize(text);
        if (!size || *size == 0)
            return wrongKey(file, member.value.mark, member.key, "a size like 64MiB is wanted");
        known.maxData = *size;
    } else {
        (member.key == "name" ? known.name : known.environment) = text;
    }
    return {};
}

Result<WorkspaceFile> fromYaml(const flow::YamlNode &root, const std::string &file, WorkspaceFile known)
{
    if (!root.isMapping())
        return wrongKey(file, root.mark, "batuta.yaml", "it is no mapping");
    for (const flow::YamlNode::Member &member : root.members) {
        if (member.key == "keep") {
            const Result<store::Retention> keep = keepOf(member.value, file);
            if (!keep)
                return keep.error();
            known.keep = *keep;
            continue;
        }
        if (member.key == "cloud") {
            Result<CloudPlaces> places =
                CloudPlaces::read(member.value, file, std::filesystem::path(file).parent_path().string());
            if (!places)
                return places.error();
            known.cloud = std::move(*places);
            continue;
        }
        if (member.key == "jwt") {
            Result<JwtWords> words =
                readJwtWords(member.value, file, std::filesystem::path(file).parent_path().string());
            if (!words)
                return words.error();
            known.jwt = std::move(*words);
            continue;
        }
        if (member.key != "sandbox" && member.key != "journal" && member.key != "name" &&
            member.key != "environment" && member.key != "max_data" && member.key != "awake")
            return wrongKey(file, member.keyMark, member.key, "nobody reads this key");
        if (Status read = readScalar(member, file, known); !read)
            return read.error();
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
