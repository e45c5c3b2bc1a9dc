// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/environments/environments_model.h"

#include <QWidget>

class QComboBox;
class QStackedWidget;
class QTreeWidget;

namespace batuta::views {

class Button;
class CodeView;
class DiffView;
class Label;

/// Two environments side by side, key by key, or one and what stands beside its files; secrets are masks,
/// which differ where the secrets do.
class DifferencesPane final : public QWidget
{
    Q_OBJECT

public:
    explicit DifferencesPane(EnvironmentsModel &model, QWidget *parent = nullptr);
    void refresh();
    void retranslate();

private:
    QStringList sides() const;
    bool isKnown(const environments::Row &row) const;
    std::string textOf(int side) const;

    EnvironmentsModel &m_model;
    QComboBox *m_before, *m_after;
    QStringList m_sides;
    Label *m_count;
    DiffView *m_diff;
};

/// The files with what the edits make of them.
class FilesPane final : public QWidget
{
    Q_OBJECT

public:
    explicit FilesPane(EnvironmentsModel &model, QWidget *parent = nullptr);
    void refresh();
    void retranslate();
    void choose(const QString &path);

private:
    void presentFile();

    EnvironmentsModel &m_model;
    QComboBox *m_files;
    Label *m_state;
    QStackedWidget *m_stack;
    DiffView *m_diff;
    CodeView *m_text;
};

/// Everything that was applied: when, where, who, why, which keys; what was before comes back as an edit.
class EnvHistoryPane final : public QWidget
{
    Q_OBJECT

public:
    explicit EnvHistoryPane(EnvironmentsModel &model, QWidget *parent = nullptr);
    void refresh(bool utc);
    void retranslate();

signals:
    void refused(const batuta::Error &error);
    void restored(int keys);

private:
    void restore();

    EnvironmentsModel &m_model;
    QTreeWidget *m_list;
    Label *m_empty;
    Button *m_restore;
};

} // namespace batuta::views
