// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/cloud_values.h"
#include "engine/cloud/tail_memory.h"
#include "views/models/engine_link.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>
#include <set>
#include <vector>

namespace batuta::views {

/// What services have logged in the cloud, brought over by the engine into temporary files that are read as
/// any others: the newest entries first, then what comes, each once; older ones when somebody wants them.
/// Lives on the window's thread.
class CloudSpool final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kMost = 1'000'000'000;

    explicit CloudSpool(EngineLink &engine, QObject *parent = nullptr);
    ~CloudSpool() override;

    /// Forgets all and begins anew. Of the query environment, service, filter and times count.
    void begin(const client::CloudLogQuery &query);
    const client::CloudLogQuery &query() const { return m_query; }
    /// Looks for what comes while it runs.
    void run(bool runs);
    void bringOlder();
    /// How soon it looks again, in ms.
    void setPace(int pace) { m_pace = pace; }

    /// As many as there are batches, the oldest first; the last one grows.
    std::vector<std::string> files() const;
    std::uint64_t lines() const { return m_lines; }
    WallTime oldest() const { return m_oldest; } ///< that was brought over; zero before
    bool hasOlder() const { return m_hasOlder; }
    bool isBringing() const { return m_isBringing; } ///< a batch is on its way
    /// Why no more comes; nothing when it does.
    const std::optional<Error> &problem() const { return m_problem; }

signals:
    void batchCame(); ///< files() are others now
    void grown();
    void changed(); ///< anything else that can be asked

private:
    void bring(int pages);
    void askBatch();
    void tookBatch(Result<client::CloudLogPage> page);
    void endBatch();
    void remember(const std::vector<client::CloudLogLine> &lines);
    void look();
    void tookNew(Result<client::CloudLogPage> page);
    void endLook();
    void failed(const Error &error);
    void full(const QString &why);
    QString nameOf(const QString &part) const;
    bool write(QFile &file, const std::vector<client::CloudLogLine> &lines);
    template <class Take> void ask(const client::CloudLogQuery &query, Take take);

    EngineLink &m_engine;
    QTimer m_later, m_again; ///< until it looks, and until it asks for a batch that failed
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::string> m_batches; ///< files of older entries; the oldest last
    std::unique_ptr<QFile> m_new;
    client::CloudLogQuery m_query, m_asked, m_tail;
    std::unique_ptr<cloud::TailMemory> m_memory; ///< once the first batch is there
    std::vector<client::CloudLogLine> m_batch, m_fresh;
    std::set<std::string> m_edge; ///< ids of the oldest moment
    std::optional<Error> m_problem;
    WallTime m_oldest{};
    std::uint64_t m_lines = 0;
    qint64 m_bytes = 0;
    int m_pages = 0, m_turns = 0, m_mostPages = 0; ///< of a batch
    int m_tailPages = 0, m_tailTroubles = 0;
    int m_pace;
    int m_wait; ///< ms until it looks again; longer while that fails
    int m_generation = 0;
    bool m_hasOlder = false, m_wasEmpty = false;
    bool m_isBringing = false, m_isLooking = false, m_isFull = false;
    bool m_runs = false;
};

} // namespace batuta::views
