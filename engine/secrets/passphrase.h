// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <string>
#include <utility>

namespace batuta::secrets {

/// The passphrase of a sealed file that somebody has typed, for the window and the engine of one program. It
/// is kept nowhere else. Any thread.
class Passphrase
{
public:
    void set(std::string text)
    {
        const std::lock_guard lock(m_mutex);
        m_text = std::move(text);
    }
    /// "" as long as nobody has typed one.
    std::string text() const
    {
        const std::lock_guard lock(m_mutex);
        return m_text;
    }

private:
    mutable std::mutex m_mutex;
    std::string m_text;
};

} // namespace batuta::secrets
