// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/address.h"
#include "views/models/environments/environments_model.h"
#include "views/widgets/pane.h"

class QScrollArea;
class QVBoxLayout;

namespace batuta::views {

/// All about one key: what it is for, its values, who uses it, what has become of it; and the problems of all
/// keys. Values of secrets are never in it.
class DetailPane final : public Surface
{
    Q_OBJECT

public:
    explicit DetailPane(EnvironmentsModel &model, QWidget *parent = nullptr);

    /// `utc`: how times are shown.
    void present(const std::string &key, int environment, bool utc);

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void openRequested(const batuta::views::Address &address);
    void goRequested(const QString &key, int environment);
    void copyRequested(const QString &key, int environment); ///< the value, to the clipboard
    void takeRequested(const QString &key, int from, int to);
    void editRequested();
    void secretRequested();

private:
    void addTitle(const environments::Row &row);
    void addValue(const environments::Row &row, std::size_t environment);
    void addAside(const environments::Row &row, const environments::Aside &aside);
    void addActs(const environments::Row &row, int environment);
    QString shownOf(const environments::Row &row, const environments::Cell &cell) const;
    void addValues(const environments::Row &row, int environment);
    void addUses(const environments::Row &row);
    void addHistory(const std::string &key, bool utc);
    void addProblems();
    void addRule();
    QWidget *content() const;
    /// What fits into the pane beside `beside` pixels.
    QString fitting(const QString &text, int beside) const;

    EnvironmentsModel &m_model;
    std::string m_key;
    int m_environment = -1;
    bool m_utc = false;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column = nullptr; ///< of what is being filled
};

} // namespace batuta::views
