// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <QList>
#include <QString>

namespace batuta::views {

/// A short fact: a caption above its value.
struct InspectorFact
{
    QString caption;
    QString value;
    bool isCode = false; ///< an id or an expression: never translated
};

/// A name and what it is given.
struct InspectorPair
{
    enum class Kind { Literal, Expression, Plain };
    QString key;
    QString value;
    Kind kind = Kind::Plain;
    QString hint{};
};

/// One part of the inspector. What is empty is not shown.
struct InspectorSection
{
    QString title;  ///< none for the first
    QString text{}; ///< sentences
    QList<InspectorFact> facts{};
    QList<InspectorPair> pairs{};
    QString code{}; ///< a whole expression or address
};

/// Everything that the file says of a step, in the words of the window.
QList<InspectorSection> stepSections(const flow::Flow &flow, const flow::Step &step);
/// What belongs to the flow as a whole.
QList<InspectorSection> flowSections(const client::FlowSummary &flow);

/// The step of a definition, `finally` included; null when it is not there.
const flow::Step *stepOf(const client::FlowSummary &flow, const std::string &step);

} // namespace batuta::views
