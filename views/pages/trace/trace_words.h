// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/step_history.h"
#include "views/models/trace/trace_model.h"

#include <QCoreApplication>
#include <QIdentityProxyModel>

namespace batuta::views {

/// Context of the texts that no widget owns.
class TraceText
{
    Q_DECLARE_TR_FUNCTIONS(TraceText)
};

// What the trace says in words, in the language that is set.

/// `+7.970`: seconds from the start of the execution.
QString offsetWord(Duration offset);
/// `24.812 s`; below 10 ms `0.2 ms`, where seconds would say nothing.
QString lengthWord(Duration duration);
/// `7.97 seconds`, for reading aloud.
QString spokenSeconds(Duration duration);
/// `attempt 2`, `item 17`, `item 17, attempt 2`.
QString attemptWord(const TraceAttempt &attempt);
/// `profession` → `Profession`.
QString domainWord(const std::string &domain);
/// `503`, `429 then 200`, or the state's word: how the attempts of a step ended.
QString resultWord(const TraceStep &step);
QString resultWord(const TraceAttempt &attempt);
/// `8 ok, 1 failed, 1 skipped`; states without a step are left out.
QString countsWord(const TraceRun &run);
/// One or two sentences on why the step stands as it does; "" for one that ended well at once.
QString whySentence(const TraceStep &step);
/// How many other runs failed in the same step, and since when; of which sample when not all were looked at.
QString othersSentence(const StepHistory &history, bool isCut);
/// What a cancel came to, from the record: `1 step was stopped, 3 never started.`
QString stoppedSentence(const TraceRun &run);
/// All phases of a call, a line each.
QString phasesText(const Phases &phases);
/// Hint and spoken name of a row.
QString rowSentence(const TraceModel &model, const QModelIndex &index);

/// The model with its words: names of rows, hints and sentences for a screen reader.
class TraceTreeModel final : public QIdentityProxyModel
{
    Q_OBJECT

public:
    explicit TraceTreeModel(TraceModel &model, QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;

private:
    TraceModel &m_model;
};

} // namespace batuta::views
