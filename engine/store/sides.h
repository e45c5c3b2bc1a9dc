// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/write_op.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace batuta::store {

/// Removes what limits say, a slice at a time, so that others may write between two. On the writer thread.
class PruneJob
{
public:
    virtual ~PruneJob() = default;
    /// One slice; false when nothing is left to do.
    virtual Result<bool> slice() = 0;
    virtual const Pruned &result() const = 0;
};

/// Port: what a history is kept in, as its writer thread sees it. Everything is called on that thread, but
/// hurry().
class WriteSide
{
public:
    virtual ~WriteSide() = default;

    /// Writes all of them in one transaction, then answers every `done`.
    virtual BatchResult commit(std::span<WriteOp> ops) = 0;
    /// Takes over what dead engines left unfinished.
    virtual Result<std::vector<Unfinished>> claim() = 0;
    /// After claim(): how long until engines that seem to be gone certainly are; zero when there is none.
    virtual Duration claimAgainIn() const { return {}; }
    /// It must not outlive this.
    virtual std::unique_ptr<PruneJob> prune(Retention retention) = 0;
    /// Called once nothing was written for restIn().
    virtual void rest() {}
    virtual Duration restIn() const { return {}; } ///< zero is never
    /// On any thread: something acknowledged cannot be read yet; catchUp() brings it where it can.
    virtual bool isBehind() const { return false; }
    virtual void catchUp() {}
    /// On any thread: catching up has failed, and is tried again by itself.
    virtual bool isStuck() const { return false; }
    /// The record of an execution that was acknowledged and cannot be read yet; an error while nobody knows.
    virtual Result<std::optional<ExecutionRecord>> pending(const std::string &)
    {
        return std::optional<ExecutionRecord>();
    }
    /// On any thread: somebody waits for the end, so nothing is waited for any longer.
    virtual void hurry() {}
    /// Nothing more will be written: the engine leaves in order.
    virtual void leave() = 0;
};

/// Port: the reads, for one thread at a time.
class ReadSide
{
public:
    virtual ~ReadSide() = default;

    virtual Result<std::optional<ExecutionRecord>> find(const std::string &id) = 0;
    virtual Result<ExecutionPage> list(const ExecutionQuery &query) = 0;
    virtual Result<Found> lookUp(const FindQuery &query) = 0;
    virtual Result<RunFigures> figures(const FiguresQuery &query) = 0;
    virtual Result<FailureReport> failures(const FailureQuery &query) = 0;
    virtual Result<std::vector<EventRecord>> events(const std::string &id, std::int64_t after, int limit) = 0;
    virtual Result<std::optional<FlowText>> flowText(const std::string &flow, const std::string &version) = 0;
    virtual Result<std::vector<std::pair<std::string, std::string>>> kept(const std::string &prefix) = 0;
    virtual Result<AuditPage> auditTrail(std::int64_t below, int limit) = 0;
    virtual Result<AuditVerdict> verifyAudit() = 0;
};

} // namespace batuta::store
