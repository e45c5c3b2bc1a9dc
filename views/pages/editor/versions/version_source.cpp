// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/version_source.h"

#include "engine/base/text.h"
#include "engine/flow/reader.h"

#include <QThreadPool>

namespace batuta::views {
namespace {

using versions::VersionBook;

VersionList listOf(const VersionBook::Where &where)
{
    VersionList list;
    Result<VersionBook> book = VersionBook::open(where);
    if (!book) {
        list.error = book.error();
        return list;
    }
    list.entries = book->entries();
    list.problems = book->problems();
    const Result<versions::FileState> file = book->fileState();
    if (file)
        list.file = *file;
    else
        list.problems.push_back(file.error());
    list.git = versions::gitStateOf({where.file});
    return list;
}

Result<std::string> publishedText(const VersionBook::Where &where, int number)
{
    const Result<VersionBook> book = VersionBook::open(where);
    return book ? book->text(number) : book.error();
}

} // namespace

int VersionList::numberOf(const std::string &version) const
{
    for (auto at = entries.rbegin(); at != entries.rend(); ++at)
        if (at->version == version)
            return at->number;
    return 0;
}

VersionSource::VersionSource(VersionBook::Where where, Text draft, Text running, QObject *parent)
    : QObject(parent)
    , m_where(std::move(where))
    , m_draft(std::move(draft))
    , m_running(std::move(running))
{
}

/// Does `work` on the worker and brings its answer here.
template <class T> void VersionSource::ask(std::function<T()> work, Then<T> then)
{
    QThreadPool::globalInstance()->start(
        [work = std::move(work), then = std::move(then), way = m_replies.way()] {
            const auto answer = std::make_shared<T>(work());
            way([then, answer] { then(std::move(*answer)); });
        });
}

void VersionSource::load()
{
    ask<VersionList>([where = m_where] { return listOf(where); },
                     [this, asked = ++m_asked](VersionList list) {
                         if (asked != m_asked)
                             return;
                         m_list = std::move(list);
                         m_isLoaded = true;
                         emit loaded();
                     });
}

std::string VersionSource::runningVersion() const
{
    const std::string text = m_running ? m_running() : std::string();
    return text.empty() ? std::string() : flow::versionOf(text);
}

/// What gives the text on the worker; the texts of the window are taken now.
std::function<Result<std::string>()> VersionSource::reader(TextSide side) const
{
    const auto missing = [name = m_where.name](const char *why) {
        return Error{ErrorCode::FlowTextMissing, name, why, {}, {}};
    };
    switch (side.kind) {
    case TextSide::Disk:
        return [file = m_where.file] { return readFile(file, VersionBook::kMostBytes); };
    case TextSide::Published:
        return [where = m_where, number = side.number] { return publishedText(where, number); };
    case TextSide::Running:
        return [text = m_running ? m_running() : std::string(), missing]() -> Result<std::string> {
            if (text.empty())
                return missing("the engine does not have this flow");
            return text;
        };
    case TextSide::Draft:
        break;
    }
    return [text = m_draft()]() -> Result<std::string> { return text; };
}

void VersionSource::text(TextSide side, Then<Result<std::string>> then)
{
    ask<Result<std::string>>(reader(side), std::move(then));
}

void VersionSource::compare(TextSide before, TextSide after, Then<Result<Comparison>> then)
{
    ask<Result<Comparison>>(
        [left = reader(before), right = reader(after)]() -> Result<Comparison> {
            const Result<std::string> old = left();
            const Result<std::string> now = right();
            if (!old || !now)
                return old ? now.error() : old.error();
            return comparisonOf(*old, *now);
        },
        std::move(then));
}

void VersionSource::adopt(const std::string &author, const std::string &note,
                          Then<Result<versions::Published>> then)
{
    ask<Result<versions::Published>>(
        [where = m_where, author, note]() -> Result<versions::Published> {
            Result<VersionBook> book = VersionBook::open(where);
            return book ? book->adopt(author, note, SystemClock().wall()) : book.error();
        },
        [this, then = std::move(then)](Result<versions::Published> adopted) {
            load();
            then(std::move(adopted));
        });
}

} // namespace batuta::views
