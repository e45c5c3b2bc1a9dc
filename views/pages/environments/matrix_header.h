// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/environments/environments_model.h"
#include "views/models/status.h"

#include <QHeaderView>

namespace batuta::views {

/// The heads of the matrix: each environment with its shape, how many keys it sets, whether it is locked, and
/// who has applied something last.
class MatrixHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit MatrixHeader(EnvironmentsModel &model, QWidget *parent = nullptr);
    void setUtc(bool utc);
    /// Which revision the deployed variables are of, and since when they are known.
    void setDeployedWord(const QString &word);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    void paintEnvironment(QPainter &painter, const QRect &rect, std::size_t environment) const;
    void paintAside(QPainter &painter, const QRect &rect, const environments::Aside &aside,
                    const QString &name) const;
    struct Words
    {
        QString right; ///< beside the name
        QString brief; ///< when that has no room; "" draws a lock
        QString below;
    };
    void paintWords(QPainter &painter, const QRect &rect, int left, const Words &words) const;
    int paintChip(QPainter &painter, const QRect &rect, EnvironmentKind kind, const QString &name) const;
    QString lastWord(std::size_t environment) const;

    EnvironmentsModel &m_model;
    bool m_utc = false;
    QString m_deployedWord;
};

} // namespace batuta::views
