// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/compare/heat_table.h"
#include "views/widgets/page.h"

namespace batuta::views {

class Button;
class Label;
class StatePane;

/// Three to twenty runs side by side, step by step: `batuta://heat?runs=<execution_id>,<execution_id>,…`.
class HeatPage final : public Page
{
    Q_OBJECT

public:
    static constexpr int kMost = 20;

    explicit HeatPage(Context context, QWidget *parent = nullptr);

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

    HeatTable &table() { return *m_table; }
    const HeatModel &model() const { return *m_model; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void addCommands();
    void retranslate();
    void came(int question, std::size_t at, Result<client::ExecutionRecord> record);
    void openCell();
    void compareCell();

    Context m_context;
    QStringList m_ids;
    std::vector<std::optional<client::ExecutionRecord>> m_came;
    int m_question = 0; ///< older answers are dropped
    HeatModel *m_model;
    HeatTable *m_table;
    Label *m_title;
    Label *m_hint;
    Button *m_back;
    StatePane *m_state;
};

} // namespace batuta::views
