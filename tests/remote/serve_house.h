// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "views/models/engine_address.h"

#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace batuta::tests {

/// A workspace with small flows (`quick`: one step; `slow`: a step of two seconds; `hour`), and the real
/// `batuta serve` on it, with a token. It keeps its port when it is killed and started again.
class ServeHouse
{
public:
    ServeHouse();
    ~ServeHouse();

    /// False when it does not listen within 20 s.
    bool start();
    void kill(); ///< as a power cut would
    void hang(); ///< it is there, and answers nothing more
    bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }

    views::EngineAddress address() const;
    int port() const { return m_port; }
    static constexpr const char *kToken = "tok-3f9a-of-this-test";

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    int m_port = 0;
};

/// An answer that comes on another thread, and how often it came.
template <class T> class Answer
{
public:
    std::function<void(Result<T>)> reply() const
    {
        return [state = m_state](Result<T> result) {
            const std::lock_guard lock(state->mutex);
            state->value = std::move(result);
            ++state->count;
        };
    }
    int count() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->count;
    }
    bool came() const { return count() > 0; }
    /// Only once it came.
    Result<T> value() const
    {
        const std::lock_guard lock(m_state->mutex);
        return *m_state->value;
    }

private:
    struct State
    {
        std::mutex mutex;
        std::optional<Result<T>> value;
        int count = 0;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace batuta::tests
