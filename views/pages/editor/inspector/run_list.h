// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <string>

class QVBoxLayout;

namespace batuta::views {

class Label;
class RecordedRun;

/// The last runs of the flow, and how the selected step went in each; a click opens one. Lives on the
/// window's thread; `runs` must outlive it.
class RunList final : public QWidget
{
    Q_OBJECT

public:
    RunList(RecordedRun &runs, QWidget *parent);
    void setStep(const std::string &step); ///< "" for the flow itself
    int rows() const;

signals:
    void openRequested(const QString &execution, const QString &step);

private:
    void refresh();

    RecordedRun &m_runs;
    std::string m_step;
    QVBoxLayout *m_column;
    Label *m_note;
};

} // namespace batuta::views
