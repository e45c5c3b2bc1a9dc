// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta versions: what was published of a flow; shows, compares, publishes and restores.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/patch.h"
#include "app/cli/remote.h"
#include "app/shared/text_table.h"
#include "app/shared/workspace.h"
#include "engine/base/text.h"
#include "engine/client/acts.h"
#include "engine/flow/library.h"
#include "engine/flow/reader.h"
#include "engine/json/json.h"
#include "engine/versions/flow_diff.h"
#include "engine/versions/line_diff.h"
#include "engine/versions/version_book.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <iterator>

namespace batuta::cli {
namespace {

namespace fs = std::filesystem;
using versions::VersionBook;
using versions::VersionEntry;

constexpr const char *kFile = "file";

/// The flow's file: also of one that cannot be read, or that is not there yet.
Result<VersionBook::Where> whereOf(const Options &options)
{
    const Result<std::string> workspace = app::findWorkspace(options.workspace);
    if (!workspace)
        return workspace.error();
    const flow::Library library = flow::loadLibrary(*workspace);
    if (const flow::FlowPtr found = library.find(FlowName(options.flow)))
        return VersionBook::Where{*workspace, options.flow, found->file};
    std::error_code failure;
    for (fs::directory_iterator at(fs::path(*workspace) / "flows", failure), end; !failure && at != end;
         at.increment(failure))
        if (const fs::path file = at->path() / (options.flow + ".yaml"); fs::exists(file, failure))
            return VersionBook::Where{*workspace, options.flow, file.string()};
    return Error{ErrorCode::FlowUnknown, options.flow, {}, {}, {}};
}

/// `v3`, `3`, `file`, or the 12 digits of an execution's version. 0 is the file.
Result<int> numberOf(const VersionBook &book, const std::string &name)
{
    if (name == kFile)
        return 0;
    if (const std::optional<int> number = book.numberOf(name))
        return *number;
    const std::string digits = name.starts_with('v') ? name.substr(1) : name;
    int number = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (failure == std::errc() && end == digits.data() + digits.size() && book.find(number))
        return number;
    return Error{ErrorCode::UsageInvalid, name, "no such version", {}, "See `batuta versions list`."};
}

Result<std::string> textOf(const VersionBook &book, const VersionBook::Where &where, int number)
{
    return number == 0 ? readFile(where.file, VersionBook::kMostBytes) : book.text(number);
}

std::string nameOf(int number)
{
    return number == 0 ? kFile : "v" + std::to_string(number);
}

std::string stateText(const VersionBook &book)
{
    const Result<versions::FileState> state = book.fileState();
    if (!state)
        return errorText(state.error()) + "\n";
    switch (state->kind) {
    case versions::FileState::Newest:
        return {};
    case versions::FileState::Earlier:
        return "The file holds v" + std::to_string(state->number) + ".\n";
    case versions::FileState::Outside:
        return "The file was changed outside: its text was never published.\n";
    case versions::FileState::Missing:
        return "The file is gone.\n";
    }
    return {};
}

int listVersions(const Options &options, const VersionBook &book)
{
    if (options.json) {
        for (const VersionEntry &entry : book.entries())
            std::cout << versions::writeEntry(entry) << '\n';
    } else {
        app::TextTable table({"VERSION", "HASH", "AT", "AUTHOR", "NOTE"});
        for (auto at = book.entries().rbegin(); at != book.entries().rend(); ++at)
            table.add({nameOf(at->number), at->version, isoTime(at->at),
                       at->isOutside() ? "changed outside" : at->author, at->note});
        std::cout << (book.entries().empty() ? "Nothing was published yet.\n" : table.text())
                  << stateText(book);
    }
    for (const Error &problem : book.problems())
        std::cerr << errorText(problem) << '\n';
    return kSuccess;
}

int show(const Options &options, const VersionBook &book, const VersionBook::Where &where)
{
    const std::string fallback = book.newest() ? nameOf(book.newest()->number) : kFile;
    const Result<int> number = numberOf(book, options.from.empty() ? fallback : options.from);
    const Result<std::string> text = number ? textOf(book, where, *number) : number.error();
    if (!text)
        return fail(text.error());
    std::cout << *text;
    return kSuccess;
}

std::string_view wordOf(versions::ChangeKind kind)
{
    return kind == versions::ChangeKind::Added     ? "added"
           : kind == versions::ChangeKind::Removed ? "removed"
                                                   : "changed";
}

json::Value fieldsJson(const std::vector<versions::FieldChange> &fields)
{
    json::Array list;
    for (const versions::FieldChange &field : fields)
        list.emplace_back(json::Object{{"path", join(field.path, ".")},
                                       {"before", field.before ? json::Value(*field.before) : json::Value()},
                                       {"after", field.after ? json::Value(*field.after) : json::Value()}});
    return list;
}

json::Value diffJson(const versions::FlowDiff &diff)
{
    json::Array steps, edges;
    for (const versions::StepChange &change : diff.steps)
        steps.emplace_back(json::Object{{"step", change.step},
                                        {"change", std::string(wordOf(change.kind))},
                                        {"fields", fieldsJson(change.fields)}});
    for (const versions::EdgeChange &edge : diff.edges)
        edges.emplace_back(
            json::Object{{"from", edge.from}, {"to", edge.to}, {"change", std::string(wordOf(edge.kind))}});
    return json::Object{{"steps", std::move(steps)},
                        {"edges", std::move(edges)},
                        {"fields", fieldsJson(diff.fields)},
                        {"other_order", diff.hasOtherOrder}};
}

std::string stepsText(const versions::FlowDiff &diff)
{
    std::string text;
    for (const versions::StepChange &change : diff.steps) {
        std::vector<std::string> fields;
        for (const versions::FieldChange &field : change.fields)
            fields.push_back(join(field.path, "."));
        text += "step " + change.step + " " + std::string(wordOf(change.kind)) +
                (fields.empty() ? "" : ": " + join(fields, ", ")) + "\n";
    }
    for (const versions::EdgeChange &edge : diff.edges)
        text += "connection " + edge.from + " -> " + edge.to + " " + std::string(wordOf(edge.kind)) + "\n";
    for (const versions::FieldChange &field : diff.fields)
        text += "flow " + join(field.path, ".") + " " + std::string(wordOf(field.kind())) + "\n";
    return text;
}

int compare(const Options &options, const VersionBook &book, const VersionBook::Where &where)
{
    const std::string newest = book.newest() ? nameOf(book.newest()->number) : kFile;
    const Result<int> from = numberOf(book, options.from.empty() ? newest : options.from);
    const Result<int> to = numberOf(book, options.to.empty() ? kFile : options.to);
    if (!from || !to)
        return fail(from ? to.error() : from.error());
    const Result<std::string> before = textOf(book, where, *from), after = textOf(book, where, *to);
    if (!before || !after)
        return fail(before ? after.error() : before.error());
    const auto steps = versions::flowDiff(*before, *after);
    if (options.json) {
        if (!steps)
            return fail(steps.error());
        std::cout << json::writePretty(diffJson(*steps)) << '\n';
        return kSuccess;
    }
    if (*before == *after) {
        std::cout << nameOf(*from) << " and " << nameOf(*to) << " are the same\n";
        return kSuccess;
    }
    std::cout << (steps ? stepsText(*steps) : std::string()) << "--- " << nameOf(*from) << "\n+++ "
              << nameOf(*to) << '\n'
              << patchText(*before, *after);
    return kSuccess;
}

/// What a publish takes: a text that would run, under the name of its flow.
Status check(const std::string &text, const VersionBook::Where &where)
{
    const flow::FlowReading reading = flow::readFlow(text, where.file);
    if (!reading.flow)
        return reading.errors.front();
    if (reading.flow->name.value != where.name)
        return Error{ErrorCode::FlowBadName,
                     reading.flow->name.value,
                     "the flow is " + where.name,
                     reading.flow->place,
                     {}};
    return {};
}

/// Tells a running engine to take it; without one, the next engine reads the file.
Status reload(const Options &options)
{
    if (options.engine.empty())
        return {};
    const json::Object body{{"subject", options.flow}, {"why", options.note}};
    const auto done = callEngine(options, {"POST", "/acts/reload", json::write(body), {}});
    return done ? Status() : Status(done.error());
}

int publishText(const Options &options, VersionBook &book, const VersionBook::Where &where, std::string text)
{
    if (const Status good = check(text, where); !good)
        return fail(good.error());
    const auto published =
        book.publish({std::move(text), client::thisUser().who, options.note, SystemClock().wall(), {}});
    if (!published)
        return fail(published.error());
    if (const Status told = reload(options); !told)
        return fail(told.error());
    if (options.json)
        std::cout << versions::writeEntry(published->entry) << '\n';
    else
        std::cout << options.flow << ": " << nameOf(published->entry.number) << " "
                  << published->entry.version
                  << (published->isNew ? " is published\n" : " was the newest version already\n");
    return kSuccess;
}

Result<std::string> textToPublish(const Options &options, const VersionBook::Where &where)
{
    if (options.input != "-")
        return readFile(options.input.empty() ? where.file : options.input, VersionBook::kMostBytes);
    std::string text((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
    return text;
}

} // namespace

int flowVersions(const Options &options)
{
    const Result<VersionBook::Where> where = whereOf(options);
    if (!where)
        return fail(where.error());
    Result<VersionBook> book = VersionBook::open(*where);
    if (!book)
        return fail(book.error());
    if (options.act.verb == "list")
        return listVersions(options, *book);
    if (options.act.verb == "show")
        return show(options, *book, *where);
    if (options.act.verb == "diff")
        return compare(options, *book, *where);
    const bool restores = options.act.verb == "restore";
    const Result<int> number = restores ? numberOf(*book, options.from) : Result<int>(0);
    if (!number)
        return fail(number.error());
    Result<std::string> text = restores ? textOf(*book, *where, *number) : textToPublish(options, *where);
    return text ? publishText(options, *book, *where, std::move(*text)) : fail(text.error());
}

} // namespace batuta::cli
