// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/yaml_completer.h"

#include "views/models/document/flow_document.h"
#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kMostRows = 9;

LineSource linesOf(const QTextDocument &document)
{
    return [&document](int line) {
        const QTextBlock block = document.findBlockByNumber(line);
        return !block.isValid() ? QString() : block.text().isNull() ? QStringLiteral("") : block.text();
    };
}

} // namespace

YamlCompleter::YamlCompleter(QPlainTextEdit &edit, FlowDocument &flow)
    : m_edit(edit)
    , m_flow(flow)
    , m_popup(new QCompleter(new QStandardItemModel(this), this))
{
    m_popup->setWidget(&edit);
    m_popup->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_popup->setMaxVisibleItems(kMostRows);
    connect(m_popup, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { choose(index.row()); });
}

void YamlCompleter::setSurroundings(const edit::Surroundings &surroundings)
{
    for (auto [from, to] : {std::pair{&surroundings.environmentKeys, &m_keys},
                            std::pair{&surroundings.secretKeys, &m_secrets}}) {
        to->clear();
        for (const auto &[environment, keys] : *from)
            to->insert(keys.begin(), keys.end());
    }
}

CompletionSource YamlCompleter::names() const
{
    CompletionSource source;
    source.environmentKeys = m_keys;
    source.secretKeys = m_secrets;
    if (m_flow.flow()) {
        source.input = m_flow.flow()->input;
        for (const auto &step : m_flow.flow()->steps)
            source.steps.push_back(step.step);
    }
    // Of the text itself while it can be read and is not just being read: steps that were added since.
    const edit::FlowText *text = m_flow.isChecking() ? nullptr : m_flow.flowText();
    if (!text)
        return source;
    source.steps = text->steps();
    source.input = text->valueAt({"input"}).value_or(source.input);
    return source;
}

void YamlCompleter::offer(bool isAsked)
{
    const QTextCursor cursor = m_edit.textCursor();
    if (m_edit.isReadOnly() || cursor.hasSelection())
        return hide();
    m_offers = yamlOffersAt(linesOf(*m_edit.document()), cursor.blockNumber(), cursor.positionInBlock(),
                            isAsked, names());
    if (m_offers.items.empty())
        return hide();
    auto *model = static_cast<QStandardItemModel *>(m_popup->model());
    model->clear();
    for (const YamlOffer &one : m_offers.items) {
        auto *row = new QStandardItem(one.text);
        row->setData(one.text, Qt::EditRole);
        row->setData(one.detail.isEmpty() ? one.text : one.text + "  " + one.detail, Qt::DisplayRole);
        row->setToolTip(one.detail);
        model->appendRow(row);
    }
    const Theme &theme = themeOf(&m_edit);
    QAbstractItemView *view = m_popup->popup();
    view->setFont(theme.font(TextStyle::Mono));
    QTextCursor start = cursor;
    start.setPosition(cursor.block().position() + m_offers.from);
    QRect place = m_edit.cursorRect(start).translated(m_edit.viewport()->pos());
    const int wide = view->sizeHintForColumn(0) + view->verticalScrollBar()->sizeHint().width() + 16;
    place.setWidth(std::clamp(wide, theme.scaled(160), theme.scaled(460)));
    m_popup->complete(place);
    view->setCurrentIndex(m_popup->completionModel()->index(0, 0));
}

void YamlCompleter::hide()
{
    m_popup->popup()->hide();
}

bool YamlCompleter::isShown() const
{
    return m_popup->popup()->isVisible();
}

bool YamlCompleter::takes(const QKeyEvent &key) const
{
    if (!isShown())
        return false;
    const int code = key.key();
    return code == Qt::Key_Return || code == Qt::Key_Enter || code == Qt::Key_Escape || code == Qt::Key_Tab;
}

void YamlCompleter::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_offers.items.size()))
        return;
    const YamlOffer &one = m_offers.items[static_cast<std::size_t>(row)];
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(cursor.block().position() + m_offers.from, QTextCursor::KeepAnchor);
    cursor.insertText(one.insert);
    cursor.setPosition(cursor.position() - one.back);
    m_edit.setTextCursor(cursor);
}

} // namespace batuta::views
