// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/versions/git_state.h"
#include "engine/versions/version_book.h"
#include "views/models/document/replies.h"
#include "views/pages/editor/versions/comparison.h"

#include <QObject>

#include <functional>

namespace batuta::views {

/// A text of the flow that can be compared.
struct TextSide
{
    enum Kind { Draft, Disk, Running, Published };
    Kind kind = Draft;
    int number = 0; ///< of Published

    bool operator==(const TextSide &) const = default;
};

/// What is known of the versions of a flow.
struct VersionList
{
    std::vector<versions::VersionEntry> entries; ///< oldest first
    Errors problems;
    versions::FileState file;
    versions::GitState git;
    Error error; ///< why the book cannot be read; its code is Internal when it can

    int newest() const { return entries.empty() ? 0 : entries.back().number; }
    /// The number of a Flow::version, or 0.
    int numberOf(const std::string &version) const;
};

/// The versions of one flow for the widgets that show them: reads books, texts and git on a worker, and
/// compares there. Lives on the window's thread; nobody waits for it.
class VersionSource final : public QObject
{
    Q_OBJECT

public:
    using Text = std::function<std::string()>;
    /// `draft` and `running` give texts on the window's thread; an empty one of `running` means that the
    /// engine does not have the flow.
    VersionSource(versions::VersionBook::Where where, Text draft, Text running, QObject *parent = nullptr);

    const versions::VersionBook::Where &where() const { return m_where; }
    /// Asks for the list; loaded() follows. After a publish, a change of the file, and in the beginning.
    void load();
    bool isLoaded() const { return m_isLoaded; }
    const VersionList &list() const { return m_list; }
    /// Flow::version of what runs, or "".
    std::string runningVersion() const;

    template <class T> using Then = std::function<void(T)>;
    void text(TextSide side, Then<Result<std::string>> then);
    void compare(TextSide before, TextSide after, Then<Result<Comparison>> then);
    void adopt(const std::string &author, const std::string &note, Then<Result<versions::Published>> then);

signals:
    void loaded();

private:
    std::function<Result<std::string>()> reader(TextSide side) const;
    template <class T> void ask(std::function<T()> work, Then<T> then);

    versions::VersionBook::Where m_where;
    Text m_draft, m_running;
    VersionList m_list;
    bool m_isLoaded = false;
    int m_asked = 0; ///< lists; an older one that comes late is dropped
    Replies m_replies;
};

} // namespace batuta::views
