// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/versions/version_book.h"
#include "views/models/document/flow_disk.h"
#include "views/models/document/flow_document.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace batuta::views {

/// How the flow's file on the disk is to the document.
enum class FileOnDisk {
    Known,      ///< what the document was made from, or what was published from it
    Changed,    ///< something else was written there: reload(), keepMine(), or compare with textOnDisk()
    Gone,       ///< it was there: keepMine() goes on without it, publishing writes it again
    Unreadable, ///< diskError() says why
};

/// A draft that was there when the flow was opened, and is what the document shows.
struct DraftFound
{
    QDateTime at;         ///< when it was saved
    bool isOlder = false; ///< the flow's file has changed since it was begun
};

/// Somebody else who edits the same draft.
struct DraftHolder
{
    qint64 process = 0;
    QString host;
};

/// The files of one flow that is edited, and the document made from them: the flow's file, its draft, and its
/// layout. The draft is saved within two seconds of a change, the layout half a second after a move; neither
/// is what runs. Nothing is written over what it does not know. Lives on the window's thread; a worker of its
/// own reads and writes, so that the window never waits for the disk, except the destructor, which saves what
/// is left.
class FlowFiles final : public QObject
{
    Q_OBJECT

public:
    using Where = versions::VersionBook::Where;
    /// `reloadName` is what undo calls it when the document follows the file.
    FlowFiles(Where where, QString reloadName, QObject *parent = nullptr);
    ~FlowFiles() override;

    const Where &where() const;
    /// Reads the files, and tells opened() or failed(); may be called again after failed(). A draft wins over
    /// the file; where there is only a draft, the flow was never published.
    void open();
    /// Null until opened().
    FlowDocument *document() const;

    const std::optional<DraftFound> &draftFound() const;
    /// Another window or program has the draft: nothing that is done here is saved, only published.
    const std::optional<DraftHolder> &draftHolder() const;
    void saveDraft();                      ///< now (Ctrl+S), without waiting for the two seconds
    bool isDraftSaved() const;             ///< what the document shows would survive a crash
    const QDateTime &draftSavedAt() const; ///< invalid where there is no draft
    /// The document shows the file's text again, as one undoable step, and the draft goes.
    void discardDraft(const QString &name);

    FileOnDisk fileOnDisk() const;
    bool isReadOnly() const; ///< the flow's file; a draft can be made all the same
    const Error &diskError() const;
    const std::string &textOnDisk() const; ///< of Changed
    /// Looks at the disk again; for a window that comes to the front. Changes are also noticed without it.
    void checkDisk();
    void reload();   ///< the document takes the file's text, as one undoable step
    void keepMine(); ///< the file's text becomes what the document is compared with

    /// Flow::version of the file as it is known; "" when there is none.
    const std::string &knownVersion() const;
    /// Publishes a text, when the file is still the known one; it is the base of the document then, and a
    /// draft that says the same goes. ActRefused when the file has changed.
    using Published = std::function<void(Result<versions::Published>)>;
    void publish(versions::PublishOrder order, Published told);

signals:
    void opened();
    void failed(const batuta::Error &why);
    /// The document was unchanged and has followed the file.
    void reloaded();
    void fileOnDiskChanged(); ///< also isReadOnly()
    /// isDraftSaved(), draftSavedAt() or draftFound() may be others.
    void draftChanged();
    /// What was left out or could not be saved: a layout, a damaged draft, a full disk.
    void problemFound(const batuta::Error &problem);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace batuta::views
