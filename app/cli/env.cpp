// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta env: the files of environments side by side, checked, changed and converted.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/shared/text_table.h"
#include "app/shared/workspace.h"
#include "engine/base/text.h"
#include "engine/client/acts.h"
#include "engine/env/secret_reference.h"
#include "engine/environments/aside.h"
#include "engine/environments/convert.h"
#include "engine/environments/env_history.h"
#include "engine/environments/git_guard.h"
#include "engine/environments/matrix.h"
#include "engine/environments/service_env.h"
#include "engine/environments/url_check.h"
#include "engine/json/json.h"
#include "engine/json/redact.h"
#include "engine/secrets/secret_store.h"
#include "engine/versions/durable_file.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <set>
#include <unistd.h>

namespace batuta::cli {
namespace {

using namespace environments;

/// The workspace's files, and what its flows make of them.
struct EnvDesk
{
    std::string workspace;
    WorkspaceFiles files;
    Matrix matrix;
};

Result<EnvDesk> envDeskOf(const Options &options)
{
    const Result<std::string> workspace = app::findWorkspace(options.workspace);
    if (!workspace)
        return workspace.error();
    EnvDesk desk{*workspace, readWorkspaceFiles(*workspace, std::string(env::kOwnName)), {}};
    const Result<secrets::StoreList> stored = secrets::listStore(*workspace);
    if (!stored)
        return stored.error();
    for (const secrets::SecretName &name : stored->names)
        addStored(desk.files, name.environment, name.name);
    desk.matrix = matrixOf(desk.files, keyUsesOf(*workspace), 0);
    return desk;
}

Result<std::size_t> positionOf(const EnvDesk &desk, const std::string &name)
{
    for (std::size_t i = 0; i < desk.files.environments.size(); ++i)
        if (desk.files.environments[i].name == name ||
            (name.empty() && desk.files.environments[i].suffix.empty()))
            return i;
    std::vector<std::string> names = desk.matrix.environments;
    return Error{
        ErrorCode::UsageInvalid, name, "no such environment", {}, "There are: " + join(names, ", ") + "."};
}

/// What may be shown of a value.
std::string shown(const Row &row, const Cell &cell)
{
    if (!cell.isSet || cell.isStored)
        return cell.isSet ? "(stored)" : "-";
    return row.isSecret && !cell.value.empty() ? "#" + shortFingerprint(cell.value) : cell.value;
}

json::Value shownJson(const Row &row, const Cell &cell)
{
    if (!cell.isSet)
        return {};
    if (cell.isStored)
        return json::Object{{"stored", true}};
    if (row.isSecret)
        return json::Object{{"fingerprint", shortFingerprint(cell.value)}};
    return cell.value;
}

std::string_view templateWord(const Row &row)
{
    return !row.isInTemplate ? "not in it" : row.isRequired ? "required" : "optional";
}

/// What the process has of a row; it is stronger than files.
std::string shownBeside(const Row &row, const Aside &process)
{
    const AsideValue *value = process.find(row.key);
    return value == nullptr ? "-" : shown(row, Cell{true, value->value, "", false, false});
}

int listKeys(const Options &options, const EnvDesk &desk)
{
    const Aside process = processAside(desk.matrix, "", environ);
    if (options.json) {
        for (const Row &row : desk.matrix.rows) {
            json::Object values;
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                values.append(desk.matrix.environments[i], shownJson(row, row.cells[i]));
            if (const AsideValue *value = process.find(row.key))
                values.append("process", shownJson(row, Cell{true, value->value, "", false, false}));
            std::cout << json::write(json::Object{{"key", row.key},
                                                  {"group", row.group},
                                                  {"template", std::string(templateWord(row))},
                                                  {"secret", row.isSecret},
                                                  {"values", std::move(values)}})
                      << '\n';
        }
        return kSuccess;
    }
    std::vector<std::string> heads{"KEY", "TEMPLATE"};
    heads.insert(heads.end(), desk.matrix.environments.begin(), desk.matrix.environments.end());
    if (!process.values.empty())
        heads.emplace_back("process");
    app::TextTable table(heads);
    for (const Row &row : desk.matrix.rows) {
        std::vector<std::string> line{row.key, std::string(templateWord(row))};
        for (const Cell &cell : row.cells)
            line.push_back(shown(row, cell) + (cell.differs ? "  (differs)" : ""));
        if (!process.values.empty())
            line.push_back(shownBeside(row, process));
        table.add(line);
    }
    std::cout << table.text();
    return kSuccess;
}

std::string_view severityWord(Finding::Severity severity)
{
    return severity == Finding::Severity::Error     ? "error"
           : severity == Finding::Severity::Warning ? "warning"
                                                    : "note";
}

/// One line of what check says.
struct Said
{
    Finding::Severity severity = Finding::Severity::Note;
    std::string environment;
    std::string key;
    std::string text;
};

/// What does not work is a finding; what does is a note.
std::vector<Said> urlsSaid(const EnvDesk &desk, const std::set<std::size_t> &wanted)
{
    Matrix asked{desk.matrix.environments, {}, {}};
    std::vector<std::string> urls;
    for (const Row &row : desk.matrix.rows) {
        const bool isCalled = std::any_of(row.uses.begin(), row.uses.end(),
                                          [](const KeyUse &use) { return use.kind == UseKind::Url; });
        asked.rows.push_back(row);
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            Cell &cell = asked.rows.back().cells[at];
            cell.isSet = isCalled && wanted.contains(at) && cell.isSet && !cell.isStored &&
                         whyNoUrl(cell.value).empty() && !isPlaceholder(cell.value);
            if (cell.isSet)
                urls.push_back(cell.value);
        }
    }
    UrlAnswers answers;
    for (UrlAnswer &answer : checkUrls(urls))
        answers[answer.url] = std::move(answer);
    addAnswers(asked, answers);
    std::vector<Said> said;
    for (const Finding &finding : asked.findings)
        said.push_back({finding.severity, asked.environments[finding.environment], finding.key,
                        findingText(finding, asked)});
    for (const Row &row : asked.rows)
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const UrlAnswer &answer = answers[row.cells[at].value];
            if (row.cells[at].isSet && answer.kind == UrlAnswer::Kind::Fine)
                said.push_back({Finding::Severity::Note, asked.environments[at], row.key,
                                row.key + " answers in " + asked.environments[at] + ": " + answer.detail +
                                    ", " + std::to_string(answer.total.count() / 1000) + " ms."});
        }
    return said;
}

Result<std::vector<Said>> everythingSaid(const Options &options, const EnvDesk &desk)
{
    std::set<std::size_t> wanted;
    for (std::size_t i = 0; i < desk.files.environments.size(); ++i)
        wanted.insert(i);
    if (!options.environment.empty()) {
        const Result<std::size_t> only = positionOf(desk, options.environment);
        if (!only)
            return only.error();
        wanted = {*only};
    }
    std::vector<Said> said;
    for (const Finding &finding : desk.matrix.findings)
        if (wanted.contains(finding.environment))
            said.push_back({finding.severity, desk.matrix.environments[finding.environment], finding.key,
                            findingText(finding, desk.matrix)});
    if (options.env.asksUrls) {
        std::vector<Said> urls = urlsSaid(desk, wanted);
        std::move(urls.begin(), urls.end(), std::back_inserter(said));
    }
    for (const GitDanger &danger : gitDangers(desk.workspace, desk.files)) {
        const bool isAway = danger.kind != GitDanger::Kind::NotIgnored;
        said.push_back(
            {isAway ? Finding::Severity::Error : Finding::Severity::Warning, "", "", dangerText(danger)});
    }
    std::stable_sort(said.begin(), said.end(),
                     [](const Said &a, const Said &b) { return a.severity < b.severity; });
    return said;
}

int check(const Options &options, const EnvDesk &desk)
{
    const Result<std::vector<Said>> said = everythingSaid(options, desk);
    if (!said)
        return fail(said.error());
    int errors = 0;
    int warnings = 0;
    for (const Said &one : *said) {
        errors += one.severity == Finding::Severity::Error ? 1 : 0;
        warnings += one.severity == Finding::Severity::Warning ? 1 : 0;
        if (options.json)
            std::cout << json::write(json::Object{{"severity", std::string(severityWord(one.severity))},
                                                  {"environment", one.environment},
                                                  {"key", one.key},
                                                  {"text", one.text}})
                      << '\n';
        else
            std::cout << severityWord(one.severity) << ": " << one.text << '\n';
    }
    if (!options.json)
        std::cout << counted(errors, "error", "errors") << ", " << counted(warnings, "warning", "warnings")
                  << '\n';
    return errors > 0 || (options.strict && warnings > 0) ? kInvalid : kSuccess;
}

int compare(const Options &options, const EnvDesk &desk)
{
    const Result<std::size_t> from = positionOf(desk, options.from), to = positionOf(desk, options.to);
    if (!from || !to)
        return fail(from ? to.error() : from.error());
    app::TextTable table({"KEY", options.from, options.to});
    for (const Row &row : desk.matrix.rows) {
        const Cell &a = row.cells[*from], &b = row.cells[*to];
        if (a.isSet == b.isSet && a.value == b.value)
            continue;
        if (options.json)
            std::cout << json::write(json::Object{
                             {"key", row.key}, {"from", shownJson(row, a)}, {"to", shownJson(row, b)}})
                      << '\n';
        table.add({row.key, shown(row, a), shown(row, b)});
    }
    if (!options.json)
        std::cout << table.text();
    return kSuccess;
}

/// The file that a change of the key goes into: where it is, else the strongest there is, else a new .env.
Result<EnvText> textToChange(const EnvDesk &desk, const EnvironmentFiles &environment, const std::string &key)
{
    const EnvFile *file = nullptr;
    if (environment.find(key, &file) == nullptr && !environment.files.empty())
        file = &environment.files.back();
    if (file != nullptr)
        return file->text;
    const std::string name = environment.suffix.empty() ? ".env" : ".env." + environment.suffix;
    return EnvText::read("", EnvFormat::Dotenv, (std::filesystem::path(desk.workspace) / name).string());
}

bool isProduction(const std::string &name)
{
    return name == "prod" || name == "production";
}

Result<std::string> valueToSet(const Options &options, const EnvDesk &desk)
{
    const Row *row = desk.matrix.find(options.env.key);
    const bool isUsedAsSecret = row != nullptr && std::any_of(row->uses.begin(), row->uses.end(),
                                                              [](const KeyUse &use) { return use.isSecret; });
    if (options.env.hasValue && (json::isSecretName(options.env.key) || isUsedAsSecret) &&
        !env::isReference(options.env.value))
        return Error{ErrorCode::UsageInvalid,
                     options.env.key,
                     "it is a secret, and other users of this machine see command lines",
                     {},
                     "Give the value on standard input, or keep it out of the file: batuta secrets set."};
    if (options.env.hasValue)
        return options.env.value;
    std::string text((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
    if (text.ends_with('\n'))
        text.pop_back();
    return text;
}

/// The reason first: without a history there is no change.
Status write(const Options &options, const EnvDesk &desk, const EnvText &text, const edit::TextEdits &edits)
{
    const Result<EnvHistory> history = EnvHistory::open(desk.workspace);
    if (!history)
        return history.error();
    const std::string now = edit::applied(text.text(), edits);
    const Result<EnvText> after = EnvText::read(now, text.format(), text.file());
    if (!after)
        return after.error();
    const auto valueIn = [&](const EnvText &one) {
        const env::Entry *entry = one.find(options.env.key);
        return entry ? std::optional(entry->value) : std::nullopt;
    };
    if (Status status = versions::replaceFile(text.file(), now, versions::Readers::Owner); !status)
        return status;
    return history->add({SystemClock().wall(),
                         client::thisUser().who,
                         options.environment,
                         options.note,
                         std::filesystem::path(text.file()).lexically_relative(desk.workspace).string(),
                         {{options.env.key, valueIn(text), valueIn(*after)}}});
}

int change(Options options, const EnvDesk &desk)
{
    const Result<std::size_t> position = positionOf(desk, options.environment);
    if (!position)
        return fail(position.error());
    const EnvironmentFiles &environment = desk.files.environments[*position];
    options.environment = environment.name;
    if (isProduction(environment.name) && !options.act.yes)
        return fail({ErrorCode::UsageInvalid, environment.name, "this is production", {}, "Say --yes."});
    if (std::find(environment.stored.begin(), environment.stored.end(), options.env.key) !=
        environment.stored.end())
        return fail({ErrorCode::UsageInvalid,
                     options.env.key,
                     "the store of secrets has its value, which is stronger",
                     {},
                     "See batuta secrets set and remove."});
    const Result<EnvText> text = textToChange(desk, environment, options.env.key);
    const Result<std::string> value = options.act.verb == "set" ? valueToSet(options, desk) : std::string();
    if (!text || !value)
        return fail(text ? value.error() : text.error());
    const Result<edit::TextEdits> edits =
        options.act.verb == "set" ? text->set(options.env.key, *value) : text->remove(options.env.key);
    if (!edits)
        return fail(edits.error());
    if (edits->empty()) {
        std::cout << options.env.key << ": nothing to change\n";
        return kSuccess;
    }
    if (Status written = write(options, desk, *text, *edits); !written)
        return fail(written.error());
    std::cout << options.env.key << (options.act.verb == "set" ? " is set in " : " is gone from ")
              << text->file() << '\n';
    return kSuccess;
}

Result<Converted> convertedText(const Options &options, const EnvText &text)
{
    if (!options.env.asService)
        return convert(text, {text.format() == EnvFormat::Yaml ? EnvFormat::Dotenv : EnvFormat::Yaml,
                              options.env.forCloudRun});
    if (!text.problems().empty())
        return text.problems().front();
    std::vector<std::pair<std::string, std::string>> variables;
    for (const env::Entry &entry : text.entries())
        if (text.find(entry.key) == &entry)
            variables.emplace_back(entry.key, entry.value);
    ServiceEnv service = serviceEnv(variables);
    return Converted{std::move(service.text), std::move(service.leftOut)};
}

int convertFile(const Options &options)
{
    const std::optional<EnvFormat> format = formatOf(options.input);
    if (!format)
        return fail({ErrorCode::UsageInvalid, options.input, "neither .env nor .yaml", {}, ""});
    Result<std::string> read = readFile(options.input, env::kEnvFileLimit);
    const Result<EnvText> text =
        read ? EnvText::read(std::move(*read), *format, options.input) : read.error();
    if (!text)
        return fail(text.error());
    const Result<Converted> out = convertedText(options, *text);
    if (!out)
        return fail(out.error());
    for (const Error &error : out->leftOut)
        std::cerr << "left out: " << errorText(error) << '\n';
    if (options.env.output.empty()) {
        std::cout << out->text;
        return kSuccess;
    }
    const Status written = versions::replaceFile(options.env.output, out->text, versions::Readers::Owner);
    return written ? kSuccess : fail(written.error());
}

} // namespace

int environmentFiles(const Options &options)
{
    if (options.act.verb == "convert")
        return convertFile(options);
    const Result<EnvDesk> desk = envDeskOf(options);
    if (!desk)
        return fail(desk.error());
    if (options.act.verb == "list")
        return listKeys(options, *desk);
    if (options.act.verb == "check")
        return check(options, *desk);
    if (options.act.verb == "diff")
        return compare(options, *desk);
    return change(options, *desk);
}

} // namespace batuta::cli
