// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"

#include <QComboBox>

namespace batuta::views {

/// Which flow to run: typing finds any part of its name or title. Systems with routes can choose for
/// themselves; the engine is asked which have any.
class FlowChooser final : public QComboBox
{
    Q_OBJECT

public:
    explicit FlowChooser(EngineLink &engine, QWidget *parent);

    /// Does not emit chosen().
    void show(const QString &flow, const QString &system);

signals:
    void chosen(const QString &flow, const QString &system); ///< one of them is empty

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void askForRoutes();
    void pick(int row);
    void pickTyped();

    EngineLink &m_engine;
    QStringList m_routed; ///< systems with routes
    QString m_shown;      ///< data of the row that is chosen
};

} // namespace batuta::views
