// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTemporaryDir>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace batuta::test {

/// Stands between an engine and its server, on a socket in a folder of its own, and passes everything on.
/// When told so, it cuts the connection instead of passing on the next answer that says COMMIT: the server
/// has committed, and the engine does not know.
class LosingProxy
{
public:
    /// `server` is the server's socket.
    explicit LosingProxy(std::string server);
    ~LosingProxy();
    LosingProxy(const LosingProxy &) = delete;
    LosingProxy &operator=(const LosingProxy &) = delete;

    std::string address(const std::string &database) const;
    void loseNextCommit() { m_wantsLoss = true; }
    int losses() const { return m_losses; }

private:
    struct Pair
    {
        int client = -1;
        int server = -1;
    };
    void loop();
    void accept();
    /// False: the pair is to be cut.
    bool pass(int from, int to, bool isAnswer);

    QTemporaryDir m_folder;
    std::string m_server;
    int m_listener = -1;
    int m_stop[2] = {-1, -1};
    std::vector<Pair> m_pairs;
    std::atomic<bool> m_wantsLoss{false};
    std::atomic<int> m_losses{0};
    std::thread m_thread;
};

} // namespace batuta::test
