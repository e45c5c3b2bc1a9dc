// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/store/write_op.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::store {

/// Whether such a call can stand in a write log.
bool isLoggable(const WriteOp &op);

/// Puts a loggable call behind `out`. Fills `op.payload` and `op.eventText`, so that the tables take the same
/// bytes later.
void writeOp(WriteOp &op, std::string &out);

/// Of an end that stands in a log: lets go of what its texts hold as well, until the tables take it.
void shed(WriteOp &op);
/// The record of a call, shed or not.
Result<ExecutionRecord> wholeRecord(const WriteOp &op);

/// What writeOp() wrote, all of it. Bytes that are no calls are an error; they are never trusted for sizes.
Result<std::vector<WriteOp>> readOps(std::string_view bytes);

} // namespace batuta::store
