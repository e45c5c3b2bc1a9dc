// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/compare/env_difference.h"
#include "views/models/compare/run_comparison.h"
#include "views/models/document/version_names.h"
#include "views/models/trace/step_history.h"
#include "views/pages/compare/compare_table.h"
#include "views/widgets/page.h"

class QMenu;
class QSplitter;
class QTabBar;

namespace batuta::views {

class Button;
class DifferenceTable;
class DurationHistogram;
class Label;
class RunCard;
class Segmented;
class StatePane;

/// Two runs side by side: `batuta://compare?a=<execution_id>&b=<execution_id>`. Without `a` it takes the last
/// run of B's flow that ended well before B, so that one key asks "why not as it was". `step` names the step
/// that is looked at.
class ComparePage final : public Page
{
    Q_OBJECT

public:
    explicit ComparePage(Context context, QWidget *parent = nullptr);
    ~ComparePage() override;

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

    const RunComparison &runs() const { return m_runs; }
    CompareTable &table() { return *m_table; }
    DifferenceTable &differences() { return *m_differences; }
    DurationHistogram &histogram() { return *m_histogram; }
    QTabBar &tabs() { return *m_tabs; }
    const std::vector<EnvKeyDifference> &environment() const { return m_environment; }
    QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Tab { Step, Input, Output, Run };
    enum class State { Empty, Loading, NoOther, Failed, Ready };

    // compare_commands.cpp
    void addCommands();
    QAction *addLetter(CommandSpec spec);
    void swap();
    void goDifference(int direction);
    void copySummary();
    void openRun(bool isA);
    void chooseOther(bool isA);
    void align(const QString &how);
    void showTexts();
    void askEnvironment();

    // compare_page.cpp
    void build();
    QWidget *makeHead();
    QWidget *makeLeft();
    QWidget *makeRight();
    void retranslate();
    void load();
    void askOther();
    void askBoth();
    void came(bool isA, quint64 question, Result<client::ExecutionRecord> record);
    void setTrouble(State state, const Error &error);
    void compareBoth();
    void updateState();
    void updateRuns();
    void stepChosen();
    void updateDifferences();
    void updateHistogram();
    QString noDifference(Tab tab) const;

    Context m_context;
    QString m_a, m_b, m_wanted;
    State m_stateNow = State::Empty;
    Error m_error;
    quint64 m_question = 0; ///< older answers are dropped
    std::optional<client::ExecutionRecord> m_recordA, m_recordB;
    RunComparison m_runs;
    std::vector<EnvKeyDifference> m_environment; ///< keys that differ, once they are known
    FlowPast m_past;
    VersionNames m_versions;
    CompareModel *m_model;
    Button *m_back = nullptr;
    Label *m_flow = nullptr;
    Segmented *m_align = nullptr;
    RunCard *m_cardA = nullptr;
    RunCard *m_cardB = nullptr;
    Label *m_sentence = nullptr;
    CompareTable *m_table = nullptr;
    Label *m_histogramTitle = nullptr;
    Label *m_sample = nullptr;
    DurationHistogram *m_histogram = nullptr;
    QTabBar *m_tabs = nullptr;
    DifferenceTable *m_differences = nullptr;
    Label *m_same = nullptr;
    StatePane *m_state = nullptr;
    QSplitter *m_across = nullptr;
    QMenu *m_others = nullptr;
};

} // namespace batuta::views
