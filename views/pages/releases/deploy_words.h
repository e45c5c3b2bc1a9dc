// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_lookups.h"
#include "engine/releases/preflight.h"
#include "views/models/releases/deploy_draft.h"
#include "views/models/releases/deploy_run.h"
#include "views/pages/releases/finding_list.h"

namespace batuta::views {

// The words of deployments, in the language that is set.

QString settingTitle(const std::string &name); ///< `memory` → Memory
/// What a setting may be.
QString settingHint(const std::string &name);
/// One sentence for a finding of engine/releases, by its code; the engine's own words where there is none.
QString findingSentence(const std::string &code, const std::string &text);
QString findingAdvice(const std::string &code, const std::string &mend);
/// Both, one behind the other.
QString findingWhole(const releases::Finding &finding);
/// The looks of the engine, or those that are still to come.
QList<FindingList::Line> findingLines(const client::DeployCheck &check, const DeployDraft &draft);
QList<FindingList::Line> waitingLines();
/// What DeployPlan::whyNot() says.
QString planSentence(const QString &why);
QString minutesWord(Duration length);          ///< `20 min`, `3 h`
QString rolloutWord(const DeployDraft &draft); ///< `canary, 3 stages`
QString gateTitle(const std::string &figure);
/// How far an execution of the rollout is, step by step.
QList<FindingList::Line> phaseLines(const DeployRun &run, bool utc);
QList<FindingList::Line> conditionLines(const DeployRun &run);

} // namespace batuta::views
