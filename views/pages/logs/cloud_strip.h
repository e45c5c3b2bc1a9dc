// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace batuta::views {

class Button;
class Chip;
class Label;

/// Below the query while lines come from a cloud: of which environment and service, what Cloud Logging is
/// asked for, what of the query it is not, how far back the lines go, and a way further.
class CloudStrip final : public QWidget
{
    Q_OBJECT

public:
    struct Facts
    {
        QString environment;
        QString service;
        QString place;  ///< `us-east1 · demo`
        QString filter; ///< "" for everything
        QStringList untold;
        QString extent; ///< `3,000 entries since 13:02`
        bool hasOlder = false;
        bool isBringing = false;
    };

    explicit CloudStrip(QWidget *parent = nullptr);
    void setFacts(const Facts &facts);
    const Facts &facts() const { return m_facts; }

signals:
    void olderWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const Facts &facts);

    Facts m_facts;
    Chip *m_environment;
    Label *m_service, *m_filter, *m_untold, *m_extent;
    Button *m_older;
};

} // namespace batuta::views
