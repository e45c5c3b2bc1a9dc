// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/flows/inspector_facts.h"
#include "views/widgets/pane.h"

class QLabel;
class QScrollArea;

namespace batuta::views {

class Label;

/// The right pane: what the file says of the selected step, or of the flow when none is. Read only.
class FlowInspector final : public Surface
{
    Q_OBJECT

public:
    explicit FlowInspector(QWidget *parent = nullptr);

    /// `step` may be empty or unknown: then the flow itself is shown.
    void present(const client::FlowSummary &flow, const std::string &step);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill(const QList<InspectorSection> &sections);
    void setHeader(const QString &icon, const QString &title, const QString &id);
    QWidget *makeHeader();

    client::FlowSummary m_flow; ///< cheap: the definition is shared
    std::string m_step;
    QString m_iconName;
    QLabel *m_icon;
    Label *m_title;
    Label *m_id;
    QScrollArea *m_scroll;
};

} // namespace batuta::views
