// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

namespace batuta::views {

class Button;
class Notice;

/// Says that the flow's file is another one on the disk than the editor knows, and what can be done. Hidden
/// until it is told so. Decides nothing by itself.
class DiskStrip final : public QWidget
{
    Q_OBJECT

public:
    enum class What { Nothing, Changed, Gone, Unreadable, ReadOnly };

    explicit DiskStrip(QWidget *parent = nullptr);
    /// `file` as it is called in problems; `hasEdits`: a reload would take them away (and undo brings them
    /// back).
    void present(What what, const QString &file, bool hasEdits);

signals:
    void reloadWanted();
    void keepMineWanted();
    void compareWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QString sentence() const;
    QString advice() const;
    void retranslate();

    Notice *m_notice;
    Button *m_compare, *m_keep, *m_reload;
    What m_what = What::Nothing;
    QString m_file;
    bool m_hasEdits = false;
};

} // namespace batuta::views
