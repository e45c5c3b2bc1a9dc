// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/acts.h"
#include "views/models/trace/trace_run.h"
#include "views/pages/trace/form_dialog.h"

namespace batuta::views {

class Segmented;

/// Runs a run again from a step, or from those that failed: with its input or an edited one, on the version
/// that ran or on the newest. Steps before keep what they gave.
class RerunDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `from`: a step of the run, "" for those that failed. `flow`: the newest version, or null.
    RerunDialog(const TraceRun &run, const std::string &from, const client::FlowSummary *flow,
                QWidget *parent = nullptr);

    /// What was decided.
    client::Act act() const;
    Segmented &version() { return *m_version; }

private:
    QString sentence(const TraceRun &run, const std::string &from) const;

    std::string m_execution, m_from;
    Segmented *m_version;
};

} // namespace batuta::views
