// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"

#include <QWidget>

namespace batuta::views {

class Button;
class Label;

/// The strip over a window that shows a capsule: that it is a record and not an engine, who made it and when,
/// and by which key it is signed.
class CapsuleStrip final : public QWidget
{
    Q_OBJECT

public:
    CapsuleStrip(CapsuleInfo info, QAction *replay, QWidget *parent = nullptr);

signals:
    void detailsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    CapsuleInfo m_info;
    Label *m_strong;
    Label *m_text;
    Label *m_key;
    Button *m_details;
    Button *m_replay;
};

/// What a capsule says of itself, or why a file was not opened as one. A panel for an Overlay.
class CapsulePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CapsulePanel(const CapsuleInfo &info, bool utc, QWidget *parent = nullptr);
    CapsulePanel(const QString &file, const Error &error, QWidget *parent = nullptr);

signals:
    void closeRequested();

private:
    void build(const QString &title, const QString &text, const QString &code);
};

/// Groups of four digits, so that two people can compare it by reading it aloud.
QString spacedFingerprint(const QString &fingerprint);

} // namespace batuta::views
