// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/exports/cloud_cursor.h"
#include "engine/exports/ports.h"

#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace batuta::exports {

/// Looks through the history for executions that ended before this engine began and whose events may not all
/// have been taken, one after the other. On the loop's thread; the reads are the history's.
class CloudRecall
{
public:
    struct Needs
    {
        /// Whether the execution is somebody else's business here: it runs, or its events wait already.
        std::function<bool(const std::string &execution)> isKnown;
        std::function<bool()> hasRoom; ///< when not, goOn() comes later
        std::function<void(const store::ExecutionRecord &, const std::vector<store::EventRecord> &,
                           std::int64_t taken)>
            found;
        std::function<void()> finished; ///< may not destroy the recall at once
    };

    CloudRecall(const Ports &ports, Cursor cursor, Needs needs);
    ~CloudRecall();

    /// Begins, or goes on after it had no room.
    void goOn();
    /// What is not known to be taken, as far as nobody has heard of it yet.
    const Cursor &left() const { return m_left; }
    std::int64_t takenOf(const std::string &execution) const;
    bool isOver() const { return m_isOver; }

private:
    void look();
    void lookAt(const std::string &execution);
    void read(const std::string &execution, Result<std::optional<store::ExecutionRecord>> record);
    void nextPage();
    void turned(const Result<store::ExecutionPage> &page);
    template <class T> std::function<void(Result<T>)> later(std::function<void(Result<T>)> work);

    Ports m_ports;
    Needs m_needs;
    Cursor m_left;
    std::map<std::string, std::int64_t> m_taken;
    std::deque<std::string> m_names;
    std::string m_page;
    WallTime m_until; ///< what began later is not ours
    bool m_hasPages = true;
    bool m_isLooking = false;
    bool m_isOver = false;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace batuta::exports
