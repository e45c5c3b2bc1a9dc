// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/flow_chooser.h"

#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace batuta::views {

FlowChooser::FlowChooser(EngineLink &engine, QWidget *parent)
    : QComboBox(parent)
    , m_engine(engine)
{
    setEditable(true);
    lineEdit()->setProperty("bare", true);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(14);
    setFocusPolicy(Qt::StrongFocus);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    const auto dress = [this] { setFixedWidth(themeOf(this).scaled(300)); };
    connect(&themeOf(this), &Theme::changed, this, dress);
    dress();
    connect(this, &QComboBox::activated, this, &FlowChooser::pick);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &FlowChooser::pickTyped);
    connect(&m_engine, &EngineLink::flowsChanged, this, [this] {
        askForRoutes();
        fill();
    });
    askForRoutes();
    fill();
}

/// A preview without a flow is refused in one way when the system has no routes.
void FlowChooser::askForRoutes()
{
    m_routed.clear();
    QStringList systems;
    for (const client::FlowSummary &flow : m_engine.flows())
        if (const QString system = QString::fromStdString(flow.system);
            !system.isEmpty() && !systems.contains(system))
            systems << system;
    for (const QString &system : systems) {
        client::StartExecution question;
        question.system = system.toStdString();
        question.input = json::Object{};
        m_engine.preview(std::move(question), this, [this, system](Result<client::FlowPreview> reply) {
            const bool hasRoutes = reply || reply.error().code == ErrorCode::InputInvalid;
            if (!hasRoutes || m_routed.contains(system))
                return;
            m_routed << system;
            fill();
        });
    }
}

void FlowChooser::fill()
{
    const QString typed = currentText();
    const bool wasTyping = hasFocus() && findText(typed) < 0;
    const QSignalBlocker quiet(this);
    clear();
    for (const client::FlowSummary &flow : m_engine.flows())
        addItem(QString::fromStdString(flow.name.value), QString::fromStdString(flow.name.value));
    for (const QString &system : m_routed)
        addItem(tr("The routes of %1 choose").arg(systemWord(system.toStdString())), QVariant('@' + system));
    setCurrentIndex(findData(m_shown));
    if (wasTyping)
        setEditText(typed);
    lineEdit()->setPlaceholderText(tr("Choose a flow"));
    setAccessibleName(tr("Flow to run"));
}

void FlowChooser::show(const QString &flow, const QString &system)
{
    const QString key = system.isEmpty() ? flow : '@' + system;
    if (key == m_shown && (key.isEmpty() || currentData() == key))
        return; // somebody may be typing
    m_shown = key;
    setCurrentIndex(m_shown.isEmpty() ? -1 : findData(m_shown));
    if (m_shown.isEmpty())
        clearEditText();
}

void FlowChooser::pick(int row)
{
    const QString key = itemData(row).toString();
    if (row < 0 || key == m_shown)
        return;
    m_shown = key;
    const bool isSystem = key.startsWith('@');
    emit chosen(isSystem ? QString() : key, isSystem ? key.mid(1) : QString());
}

/// Enter takes the only flow that has the typed text in its name.
void FlowChooser::pickTyped()
{
    completer()->popup()->hide(); // while it is open it keeps the focus from moving on
    int found = -1, count = 0;
    for (int i = 0; i < this->count(); ++i) {
        if (itemText(i).compare(currentText(), Qt::CaseInsensitive) == 0)
            return pick(i);
        if (itemText(i).contains(currentText(), Qt::CaseInsensitive)) {
            found = i;
            ++count;
        }
    }
    if (count != 1)
        return;
    setCurrentIndex(found);
    pick(found);
}

void FlowChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QComboBox::changeEvent(event);
}

} // namespace batuta::views
