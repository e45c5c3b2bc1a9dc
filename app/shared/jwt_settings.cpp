// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/jwt_settings.h"

#include "engine/base/text.h"
#include "engine/json/redact.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>

namespace batuta::app {
namespace {

constexpr std::size_t kLongestWord = 500;
constexpr std::uint64_t kMostFile = 64 * 1024, kMostKeyFile = 16 * 1024;

Error wrongJwt(const Place &place, const std::string &key, std::string why, std::string mend)
{
    return {ErrorCode::FlowBadValue, "jwt." + key, std::move(why), place, std::move(mend)};
}

Place placeOf(const std::string &file, const flow::YamlMark &mark)
{
    return {file, mark.line, mark.column};
}

/// The text of a member that `field` names; what is not a text of some length is refused.
Status readWord(const flow::YamlNode::Member &member, const std::string &file, std::string *field,
                const char *known)
{
    if (field == nullptr)
        return wrongJwt(placeOf(file, member.keyMark), member.key, "nobody reads this key",
                        std::string("Known keys: ") + known + ".");
    if (!member.value.isScalar() || member.value.text.empty() || member.value.text.size() > kLongestWord)
        return wrongJwt(placeOf(file, member.value.mark), member.key,
                        "a text of at most 500 characters is wanted", "Write one, or leave the key out.");
    *field = member.value.text;
    return {};
}

Result<JwtWords::KeyWords> readKeyWords(const flow::YamlNode &node, const std::string &file,
                                        const std::string &folder)
{
    constexpr const char *kKnown = "id, alg, file, secret";
    JwtWords::KeyWords words;
    words.place = placeOf(file, node.mark);
    if (!node.isMapping())
        return wrongJwt(words.place, "keys", "a mapping is wanted", "Write {id: …, alg: RS256, file: …}.");
    for (const flow::YamlNode::Member &member : node.members) {
        std::string *field = member.key == "id"       ? &words.id
                             : member.key == "alg"    ? &words.algorithm
                             : member.key == "file"   ? &words.file
                             : member.key == "secret" ? &words.secret
                                                      : nullptr;
        if (Status read = readWord(member, file, field, kKnown); !read)
            return read.error();
    }
    const std::optional<jwt::Algorithm> algorithm = jwt::algorithmOf(words.algorithm);
    if (!algorithm)
        return wrongJwt(words.place, "keys", "no such alg: " + words.algorithm,
                        "Write one of: " + jwt::algorithmList() + ".");
    if (words.file.empty() == words.secret.empty() || (!words.secret.empty() && !isSymmetric(*algorithm)))
        return wrongJwt(words.place, "keys", "file or secret",
                        "Write `file` with the public key; for HS256, HS384 and HS512 `file`, or `secret` "
                        "with a key of the environment.");
    if (!words.secret.empty() && !json::isSecretName(words.secret))
        return wrongJwt(words.place, "keys", words.secret + " is not masked everywhere",
                        "Give that key of the environment a name like JWT_SECRET.");
    if (!words.file.empty())
        words.file = (std::filesystem::path(folder) / words.file).lexically_normal().string();
    return words;
}

Status readLeeway(const flow::YamlNode::Member &member, const std::string &file, JwtWords &words)
{
    std::string text;
    if (Status read = readWord(member, file, &text, ""); !read)
        return read;
    const Result<Duration> leeway = parseDuration(text);
    if (!leeway)
        return wrongJwt(placeOf(file, member.value.mark), "leeway", text, "Write a time like 30s.");
    words.leeway = *leeway;
    return {};
}

Status readKeys(const flow::YamlNode &node, const std::string &file, const std::string &folder,
                JwtWords &words)
{
    if (!node.isSequence() || node.items.empty() || node.items.size() > jwt::Verifier::kMostKeys)
        return wrongJwt(placeOf(file, node.mark), "keys", "a list of 1 to 32 keys is wanted",
                        "Write - {id: …, alg: RS256, file: …} for each.");
    for (const flow::YamlNode &item : node.items) {
        Result<JwtWords::KeyWords> key = readKeyWords(item, file, folder);
        if (!key)
            return key.error();
        words.keys.push_back(std::move(*key));
    }
    return {};
}

/// A secret is for its owner alone: the very file that is read, whatever its path leads to a moment later.
Result<std::string> readSecret(const std::string &file)
{
    const auto failed = [&file] {
        return Error{ErrorCode::FileUnreadable, file, std::strerror(errno), {file, 0, 0}, {}};
    };
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> open(std::fopen(file.c_str(), "re"), &std::fclose);
    struct stat about
    {
    };
    if (!open || ::fstat(::fileno(open.get()), &about) != 0)
        return failed();
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error{
            ErrorCode::FileUnreadable, file, "others may read the secret in it", {}, "chmod 600 " + file};
    std::string text(kMostKeyFile + 1, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), open.get()));
    if (std::ferror(open.get()) != 0)
        return failed();
    if (text.size() > kMostKeyFile)
        return Error{ErrorCode::FileTooLarge, file, "more than 16384 bytes", {file, 0, 0}, {}};
    while (text.ends_with('\n') || text.ends_with('\r'))
        text.pop_back();
    return text;
}

/// What jwt::Key::make() takes.
Result<std::string> materialOf(const JwtWords::KeyWords &words, bool isSecret,
                               const std::function<const env::Environment &()> &environment)
{
    if (!words.secret.empty()) {
        const env::Entry *entry = environment().find(words.secret);
        if (entry == nullptr || entry->value.empty())
            return Error{ErrorCode::SecretMissing, words.secret, "a key of jwt: names it", words.place,
                         "Set it in the environment, or name a file."};
        return entry->value;
    }
    return isSecret ? readSecret(words.file) : readFile(words.file, kMostKeyFile);
}

} // namespace

Result<JwtWords> readJwtWords(const flow::YamlNode &node, const std::string &file, const std::string &folder)
{
    constexpr const char *kKnown = "issuer, audience, roles, leeway, keys";
    JwtWords words;
    if (!node.isMapping())
        return wrongJwt(placeOf(file, node.mark), "", "a mapping is wanted",
                        std::string("Known keys: ") + kKnown + ".");
    for (const flow::YamlNode::Member &member : node.members) {
        std::string *field = member.key == "issuer"     ? &words.issuer
                             : member.key == "audience" ? &words.audience
                             : member.key == "roles"    ? &words.roles
                                                        : nullptr;
        const Status read = member.key == "leeway" ? readLeeway(member, file, words)
                            : member.key == "keys" ? readKeys(member.value, file, folder, words)
                                                   : readWord(member, file, field, kKnown);
        if (!read)
            return read.error();
    }
    if (words.keys.empty())
        return wrongJwt(placeOf(file, node.mark), "keys", "no key is named",
                        "Write `keys:` with at least one.");
    return words;
}

Result<JwtWords> readJwtFile(const std::string &file)
{
    const Result<std::string> text = readFile(file, kMostFile);
    if (!text)
        return text.error();
    const flow::YamlReading read = flow::readYaml(*text, file);
    if (!read.root)
        return read.errors.empty() ? Error{ErrorCode::YamlSyntax, file, {}, {}, {}} : read.errors.front();
    return readJwtWords(*read.root, file, std::filesystem::path(file).parent_path().string());
}

Result<jwt::Verifier> jwtVerifier(const JwtWords &words, const std::function<env::Environment()> &environment)
{
    std::optional<env::Environment> known;
    const std::function<const env::Environment &()> lookUp = [&]() -> const env::Environment & {
        if (!known)
            known = environment();
        return *known;
    };
    jwt::Settings settings{{}, words.issuer, words.audience, words.roles, words.leeway};
    for (const JwtWords::KeyWords &key : words.keys) {
        const jwt::Algorithm algorithm = *jwt::algorithmOf(key.algorithm);
        const Result<std::string> material = materialOf(key, isSymmetric(algorithm), lookUp);
        if (!material)
            return material.error();
        Result<jwt::Key> made = jwt::Key::make(key.id, algorithm, *material);
        if (!made) {
            Error error = made.error();
            error.place = key.place;
            return error;
        }
        settings.keys.push_back(std::move(*made));
    }
    return jwt::Verifier::make(std::move(settings));
}

} // namespace batuta::app
