// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/testing/test_bench.h"

class QWidget;

namespace batuta::views {

// What a person is asked about a test, each in an overlay of `window`. The bench must outlive the overlay.

/// Whether a draft really runs in production: nothing does by Enter alone.
void askProduction(QWidget *window, TestBench &bench, const TestRequest &request);
/// The input, as the form of the Run dialog; `thenRun` runs the request with it.
void askInput(QWidget *window, TestBench &bench, std::optional<TestRequest> thenRun);
/// What goes wrong with a step on purpose. False for a step that calls nothing.
bool askFault(QWidget *window, TestBench &bench, const std::string &step);
/// When the breakpoint of a step holds.
void askCondition(QWidget *window, TestBench &bench, const std::string &step);
/// The JSON that is pinned to a step; begins with what it gave.
void askPin(QWidget *window, TestBench &bench, const std::string &step);
/// The input that a held step sees.
void askPayload(QWidget *window, TestBench &bench, const std::string &step);

} // namespace batuta::views
