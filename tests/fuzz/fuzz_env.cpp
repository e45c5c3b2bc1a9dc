// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/env/env_yaml.h"
#include "engine/env/secret_reference.h"
#include "engine/environments/convert.h"
#include "engine/environments/env_template.h"
#include "engine/environments/service_env.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace batuta;
using environments::EnvFormat;
using environments::EnvText;

namespace {

void demand(bool holds)
{
    if (!holds)
        std::abort();
}

/// Names are not empty, and places lie inside the text.
void expect(const env::Parsed &parsed, std::string_view text)
{
    int lines = 2;
    for (const char c : text)
        lines += c == '\n' || c == '\r' ? 1 : 0; // YAML breaks lines at both
    for (const env::Entry &entry : parsed.entries)
        demand(!entry.key.empty());
    for (const Error &problem : parsed.problems)
        demand(problem.place.line >= 0 && problem.place.line <= lines && problem.place.column >= 0);
}

/// What was written is what is read, and nothing else has changed.
void writeInto(const EnvText &text, const std::string &key, const std::string &value)
{
    const auto edits = text.set(key, value);
    if (!edits)
        return;
    const auto after = EnvText::read(edit::applied(text.text(), *edits), text.format(), "f");
    demand(after && after->find(key) != nullptr && after->find(key)->value == value);
    for (const env::Entry &entry : text.entries())
        demand(entry.key == key || (after->find(entry.key) != nullptr &&
                                    after->find(entry.key)->value == text.find(entry.key)->value));
    const auto removal = after->remove(key);
    if (!removal)
        return;
    const auto without = EnvText::read(edit::applied(after->text(), *removal), text.format(), "f");
    demand(without && without->find(key) == nullptr);
}

void convertBoth(const EnvText &text)
{
    const EnvFormat other = text.format() == EnvFormat::Yaml ? EnvFormat::Dotenv : EnvFormat::Yaml;
    const auto converted = environments::convert(text, {other, false});
    if (!converted)
        return;
    const auto there = EnvText::read(converted->text, other, "f");
    demand(there && there->problems().empty());
    for (const env::Entry &entry : text.entries())
        demand(there->find(entry.key) != nullptr &&
               there->find(entry.key)->value == text.find(entry.key)->value);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Any bytes as a .env file, as env-vars.yaml, as a template and as a value; written into both formats and
/// converted from each to the other.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    expect(env::parseDotenv(text, ".env"), text);
    expect(env::parseEnvYaml(text, "env-vars.yaml"), text);
    const std::string value(text.substr(0, size / 2));
    if (const auto reference = env::readReference(text); reference)
        demand(reference->text() == text);
    environments::serviceEnv({{"KEY", value}, {"OTHER", std::string(text)}});
    for (const EnvFormat format : {EnvFormat::Dotenv, EnvFormat::Yaml}) {
        const auto read = EnvText::read(std::string(text), format, "f");
        if (!read)
            continue;
        environments::readTemplate(*read);
        convertBoth(*read);
        writeInto(*read, "NEW_KEY", value);
        if (!read->entries().empty())
            writeInto(*read, read->entries().front().key, value);
    }
    return 0;
}
