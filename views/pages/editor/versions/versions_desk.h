// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_files.h"
#include "views/pages/editor/versions/version_source.h"
#include "views/widgets/page.h"

#include <QPointer>

namespace batuta::views {

class Overlay;
class PublishDialog;

/// Everything about versions that the editor offers for one opened flow: publishing, the list, comparing and
/// restoring, each in an Overlay over `window`; and that the engine takes what was published. Lives as long
/// as the flow is open.
class VersionsDesk final : public QObject
{
    Q_OBJECT

public:
    /// `files` must be open.
    VersionsDesk(Context context, FlowFiles &files, QWidget *window);
    ~VersionsDesk() override;

    VersionSource &source() { return *m_source; }
    /// Of the newest version; 0 before the first, and until it is known.
    int newest() const { return m_source->list().newest(); }
    /// Of the version that the file holds, 0 when it was changed outside.
    int onDisk() const { return m_source->list().file.number; }

    void publish();
    void showVersions();
    void compare(TextSide before, TextSide after);
    void compareWithNewest(); ///< the newest version, or the file, with the draft
    void compareWithDisk();   ///< the draft with the file

signals:
    void versionsChanged();
    void told(const QString &text);
    /// The engine has the flow now.
    void published(int number);

private:
    Overlay *opened(QWidget *panel, QSize size);
    void close();
    void write(PublishDialog &dialog, const QString &note);
    void reloadEngine(int number);

    Context m_context;
    FlowFiles &m_files;
    QPointer<QWidget> m_window;
    QPointer<Overlay> m_overlay;
    QPointer<Overlay> m_compare; ///< over the other one, which stays as it is
    VersionSource *m_source;
};

} // namespace batuta::views
