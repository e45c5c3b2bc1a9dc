// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/runs/failure_feed.h"
#include "views/widgets/page.h"

namespace batuta::views {

class FailureList;
class FailureListModel;
class FailurePane;
class Notice;
class Label;
class Overlay;
class RunRepeater;
class Segmented;
class StatePane;

/// What failed, in groups of the same failure, and what waits for another attempt or an answer. Address:
/// `batuta://failures?show=open|addressed|waiting&last=1|24|168|0&group=…`; `last` in hours, 0 for all.
class FailuresPage final : public Page
{
    Q_OBJECT

public:
    explicit FailuresPage(Context context, QWidget *parent = nullptr);

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeBody();
    void connectPane();
    void setShow(const QString &show);
    void showState();
    void retranslate();
    // What is done with a group (failures_acts.cpp)
    void addCommands();
    void openCurrent();
    void openRuns(const QString &key);
    void note(const QString &key, json::Value noted, const QString &done);
    void askRepeat(const QString &key);
    void repeat(const QString &key, const json::Value &change);

    Context m_context;
    FailureFeed *m_feed;
    FailureListModel *m_model;
    FailureList *m_list;
    FailurePane *m_pane;
    StatePane *m_state;
    Notice *m_notice;
    Label *m_title = nullptr;
    Segmented *m_show = nullptr;
    Segmented *m_range = nullptr;
    QAction *m_widen = nullptr;
    QPointer<Overlay> m_overlay;
    QPointer<RunRepeater> m_repeater;
    QString m_wantedGroup; ///< to be chosen when it is there
};

} // namespace batuta::views
