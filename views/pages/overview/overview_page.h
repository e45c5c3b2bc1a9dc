// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/overview/overview_feed.h"
#include "views/widgets/page.h"

#include <array>

class QVBoxLayout;

namespace batuta::views {

struct Moments;
class Button;
class FigureStrip;
class RolloutCard;
class Label;
class SectionList;
class SectionTitles;
class Segmented;
class StatePane;

/// The first look: figures of the engine, what needs attention, what runs now, the flows, what is
/// released, the services and what was done.
/// Address: `batuta://overview?last=1|6|24|168`, in hours.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    /// `workspace`: whose environments are looked at; "" for an engine elsewhere.
    explicit OverviewPage(Context context, const QString &workspace = {}, QWidget *parent = nullptr,
                          std::unique_ptr<const Clock> clock = std::make_unique<SystemClock>());

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// A title, the lines or what stands for them, and where all of them are.
    struct Section
    {
        OverviewFeed::Part part;
        QWidget *whole;
        SectionList *list;
        StatePane *state;
        Label *title;
        Label *note;
        Button *all;
        SectionTitles *titles = nullptr;
    };
    using Act = std::pair<std::string, std::string>; ///< verb and subject

    QWidget *makeHeader();
    QWidget *makeBody();
    QWidget *makeSection(OverviewFeed::Part part, int kind, const Address &all);
    QWidget *makeRollout();
    void showRollout();
    void showServices();
    void setHours(int hours);
    void showPart(OverviewFeed::Part part);
    void showAttention();
    void showRunning();
    void finish(Section &section, const QString &emptyText);
    QString whyNothing() const;
    Moments moments() const;
    void retranslate();
    // Keys and what they do (overview_acts.cpp)
    void addCommands();
    void moveSection(int by);
    const Cause *chosenCause();
    void acknowledge();
    void undo();
    void act(const std::vector<Act> &acts, bool isUndo, const QString &done);

    Context m_context;
    std::unique_ptr<const Clock> m_clock;
    OverviewFeed *m_feed;
    FigureStrip *m_strip;
    StatePane *m_stripState;
    Label *m_title = nullptr;
    Label *m_date = nullptr;
    Segmented *m_range = nullptr;
    Button *m_run = nullptr;
    Button *m_undo = nullptr;
    std::array<Section, 5> m_sections{};
    QWidget *m_release = nullptr;
    RolloutCard *m_rollout = nullptr;
    Label *m_releaseTitle = nullptr;
    Button *m_openRelease = nullptr;
    Button *m_answer = nullptr;
    std::vector<Cause> m_causes;
    std::vector<Act> m_done; ///< what the last acknowledgement was
    QTimer m_second;
};

} // namespace batuta::views
