// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/base/units.h"
#include "engine/flow/definition.h"

#include <QString>

namespace batuta::views {

class EngineLink;

// The words of the window for values of the engine, in the language that is set. Thin spaces before units.

QString statusWord(std::string_view word); ///< `Success`, `Not run`, `Interrupted` …
QString statusWord(Status status);
QString verdictWord(std::string_view verdict); ///< of a StepPreview
QString kindWord(std::string_view kind);       ///< `HTTP`, `Wait`, `Sub-flow` …
QString systemWord(std::string_view system);   ///< `ml_orchestrator` → `ML Orchestrator`
QString localText(const flow::LocalText &text);
QString environmentWord(const std::string &name); ///< `PRODUCTION`, `staging`, `dev`

QString durationWord(Duration duration); ///< `24.8 s`, `812 ms`
QString secondsWord(Duration duration);  ///< `24.812 s`
QString sizeWord(qint64 bytes);
QString clockTime(WallTime at, bool utc);        ///< `14:21:07`
QString clockTimeMs(WallTime at, bool utc);      ///< `14:21:07.418`
QString dayAndTime(WallTime at, bool utc);       ///< `21 Nov 14:21:07.418`
QString shortId(const std::string &executionId); ///< the first 8 characters
/// What failed, about what, and how to mend it: one sentence each.
QString errorSentence(const Error &error);
QString errorAdvice(const Error &error);
/// Why nothing can be started or changed now: the engine is away, or what is shown is a capsule. "" when it
/// can.
QString whyNoAct(const EngineLink &engine);

} // namespace batuta::views
