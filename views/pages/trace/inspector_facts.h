// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_model.h"
#include "views/widgets/pane.h"

#include <QList>
#include <QString>

namespace batuta::views {

struct InspectorFact
{
    QString caption, value;
    bool isBad = false;
};

/// Six each, for the head of the inspector.
QList<InspectorFact> factsOfStep(const TraceModel &model, int step);
QList<InspectorFact> factsOfRun(const TraceModel &model);
/// Of the execution, for the strip below the page's header; those without a value are left out. `number` is
/// that of the flow's version, 0 when it was never published.
QList<FactStrip::Fact> stripFacts(const TraceModel &model, bool utc, int number);

} // namespace batuta::views
