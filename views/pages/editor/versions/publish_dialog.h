// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_document.h"
#include "views/pages/editor/versions/version_source.h"

#include <QWidget>

class QCheckBox;
class QListWidget;
class QPlainTextEdit;

namespace batuta::views {

class Button;
class ChangeList;
class Label;
class Notice;

/// A panel for an Overlay: what a publish would change, what stands in its way, and the note that goes with
/// it. Publishes nothing by itself. Ctrl+Enter publishes; in the note Enter is a new line.
class PublishDialog final : public QWidget
{
    Q_OBJECT

public:
    PublishDialog(FlowDocument &document, VersionSource &source, QWidget *parent = nullptr);

    QString note() const;
    /// Why it cannot be published now, or "".
    QString whyNot() const;
    /// While it is written nothing can be pressed twice.
    void setPublishing(bool isPublishing);
    void showRefusal(const Error &error);
    QSize wantedSize() const { return {620, 620}; }

signals:
    void publishRequested(const QString &note);
    void compareRequested(batuta::views::TextSide before, batuta::views::TextSide after);
    /// A problem was chosen: close, and show its place.
    void problemChosen(batuta::edit::Range range);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QLayout *madeBody();
    QWidget *madeFoot();
    void retranslate();
    void presentChanges();
    void presentProblems();
    void refresh();
    void publish();
    int warnings() const;
    TextSide base() const;

    FlowDocument &m_document;
    VersionSource &m_source;
    std::optional<Comparison> m_comparison;
    bool m_isPublishing = false;
    Label *m_title, *m_against, *m_steps, *m_lines, *m_noteLabel, *m_problemLabel, *m_why, *m_git;
    Notice *m_notice;
    ChangeList *m_changes;
    QPlainTextEdit *m_note;
    QListWidget *m_problems;
    QCheckBox *m_accept;
    Button *m_compare, *m_cancel, *m_publish, *m_close;
};

} // namespace batuta::views
