// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/check_flow.h"
#include "views/pages/editor/text/yaml_offers.h"

#include <QObject>

class QCompleter;
class QKeyEvent;
class QPlainTextEdit;

namespace batuta::views {

class FlowDocument;

/// The list of what fits at the caret of a YAML text. What is chosen is typed into it.
class YamlCompleter final : public QObject
{
    Q_OBJECT

public:
    YamlCompleter(QPlainTextEdit &edit, FlowDocument &flow);

    void setSurroundings(const edit::Surroundings &surroundings);
    void offer(bool isAsked);
    void hide();
    bool isShown() const;
    /// Whether the key is the list's: it chooses, or closes.
    bool takes(const QKeyEvent &key) const;
    const YamlOffers &offers() const { return m_offers; }
    void choose(int row);

private:
    CompletionSource names() const;

    QPlainTextEdit &m_edit;
    FlowDocument &m_flow;
    QCompleter *m_popup;
    YamlOffers m_offers;
    std::set<std::string> m_keys, m_secrets;
};

} // namespace batuta::views
