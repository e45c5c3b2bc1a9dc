// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/versions/version_index.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace batuta::versions {

/// What is to be published, and by whom.
struct PublishOrder
{
    std::string text;
    std::string author;
    std::string note{};
    WallTime at{};
    /// The version of the file that `text` was made from: when the file holds another one by now, nothing is
    /// published. Without a value nobody looks.
    std::optional<std::string> madeFrom{};
};

struct Published
{
    VersionEntry entry;
    bool isNew = true; ///< false: the text was the newest version already
};

/// How the flow's file stands to its book.
struct FileState
{
    enum Kind {
        Newest,  ///< its text is the newest version
        Earlier, ///< it holds an earlier version, put there by hand
        Outside, ///< its text was never published: changed by hand, by git …
        Missing,
    };
    Kind kind = Missing;
    std::string version; ///< of the text in the file
    int number = 0;      ///< of the version that it holds; 0 for Outside and Missing
};

/// The published versions of one flow: `<workspace>/.batuta/versions/<name>/`, with an index of JSON lines
/// and one file a text. A number is never given twice, and no text stands twice in a row. The book is as it
/// was when it was opened, and after its own publish(); open it again to see what others have published.
/// Several programs may use it at once. Blocks for the disk: call it on a worker. Not for two threads at
/// once.
class VersionBook
{
public:
    struct Where
    {
        std::string workspace;
        std::string name; ///< of the flow
        std::string file; ///< the flow's file, as a path that can be opened
    };
    /// The steps of publish(), in order; after each all of it so far is on the disk.
    enum class Stage { TextKept, Promised, FileReplaced, Indexed };
    using Reached = std::function<void(Stage)>;
    static constexpr std::uint64_t kMostBytes = 16ULL << 20; ///< of a text

    /// Where the index of a flow stands, whether it is there or not.
    static std::string indexOf(const std::string &workspace, const std::string &flow);
    /// Mends what a crash in the middle of publish() has left: when the flow's file was replaced, the version
    /// is entered; otherwise it was not published, and its text stays beside the others. FlowBadName,
    /// FileUnreadable.
    static Result<VersionBook> open(Where where);

    /// Oldest first.
    const std::vector<VersionEntry> &entries() const { return m_entries; }
    /// What could not be read of the index, and is left out.
    const Errors &problems() const { return m_problems; }
    const VersionEntry *find(int number) const;
    const VersionEntry *newest() const { return m_entries.empty() ? nullptr : &m_entries.back(); }
    /// The newest version with this text.
    std::optional<int> numberOf(std::string_view version) const;
    /// FileUnreadable, and StoreCorrupt when it is not the text that was published.
    Result<std::string> text(int number) const;
    Result<FileState> fileState() const;

    /// Keeps the text, replaces the flow's file with it, and enters it in the index, each for good before the
    /// next. What the file holds and no version has is entered first, without an author, so that nothing is
    /// lost. ActRefused when the file is not what `madeFrom` says. The text itself is not checked here.
    /// `reached` is told of each stage.
    Result<Published> publish(PublishOrder order, const Reached &reached = nullptr);
    /// Enters the file's text as a version of `author`.
    Result<Published> adopt(const std::string &author, const std::string &note, WallTime at);

private:
    explicit VersionBook(Where where);

    std::string folder() const;
    std::string indexPath() const;
    std::string textPath(int number) const;
    std::string promisePath() const;
    Status load();
    Status mend();
    int nextNumber() const;
    Result<Published> enter(const PublishOrder &order, bool replaces, const Reached &reached);

    Where m_where;
    std::vector<VersionEntry> m_entries;
    Errors m_problems;
};

} // namespace batuta::versions
