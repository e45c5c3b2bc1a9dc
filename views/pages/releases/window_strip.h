// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_values.h"

#include <QWidget>

#include <optional>

namespace batuta::views {

/// When a revision took requests in the last day, as bars over 24 hours, and what failed inside them.
class WindowStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit WindowStrip(QWidget *parent = nullptr);
    void setWindows(const QString &revision, const std::vector<client::ServingWindow> &windows, WallTime now,
                    bool utc);
    const std::vector<client::ServingWindow> &windows() const { return m_windows; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect axis() const;
    QRect boxOf(const client::ServingWindow &window) const;
    QString wordsOf(const client::ServingWindow &window) const;

    QString m_revision;
    std::vector<client::ServingWindow> m_windows;
    WallTime m_now{};
    bool m_utc = false;
};

} // namespace batuta::views
