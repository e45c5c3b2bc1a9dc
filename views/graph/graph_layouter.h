// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/layout.h"

#include <QObject>

#include <memory>

namespace batuta::views {

class LayoutThread;

/// Lays graphs out on the one thread that all layouters of the program share (graphviz crashes on two). It
/// begins with the first layouter and is joined with the last, which waits for a layout that has begun.
/// Lives on the window's thread.
class GraphLayouter final : public QObject
{
    Q_OBJECT

public:
    explicit GraphLayouter(QObject *parent = nullptr);
    ~GraphLayouter() override;

    /// Only the layout that was asked for last is told; earlier ones are dropped.
    void lay(LayoutInput input);
    /// Nothing that was asked for is told any more.
    void cancel();
    bool isBusy() const;

signals:
    void laidOut(const batuta::views::GraphLayout &layout);

private:
    struct Channel;

    std::shared_ptr<LayoutThread> m_thread;
    std::shared_ptr<Channel> m_channel;
    quint64 m_generation = 0;
    quint64 m_told = 0;
};

} // namespace batuta::views
